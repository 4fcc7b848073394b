// Passkeys and security keys: the browser's own JSON forms, no library. A form says
// whether it makes a key (data-key="create") or shows one (data-key="get").
const supported = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

for (const form of document.querySelectorAll("form[data-key]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.shown) return; // the key was asked for: now the form is sent
    event.preventDefault();
    ask(form).catch((error) => tell(form, error));
  });
  if (!supported) tell(form, { message: "This browser knows no passkeys." });
}

async function ask(form) {
  tell(form, null);
  const options = (await optionsOf(form)).publicKey;
  const credential = form.dataset.key === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(wanted(form, options)) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.dataset.shown = "yes";
  form.requestSubmit();
}

async function optionsOf(form) {
  if (!form.dataset.optionsFrom) {
    const data = JSON.parse(document.getElementById("js_data").textContent);
    return data.creation_options || data.request_options;
  }
  const answer = await fetch(form.dataset.optionsFrom, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("The server did not answer. Try again.");
  return (await answer.json()).request_options;
}

function wanted(form, options) {
  const box = form.elements.passwordless;
  if (!box) return options;
  const need = box.checked ? "required" : "discouraged";
  const chosen = { ...options.authenticatorSelection, residentKey: need, requireResidentKey: box.checked };
  if (box.checked) chosen.userVerification = "required";
  return { ...options, authenticatorSelection: chosen };
}

function tell(form, error) {
  const line = form.querySelector(".problem");
  line.hidden = !error;
  const given = error?.name === "NotAllowedError" ? "No key was shown, or the wait was too long." : error?.message;
  line.textContent = error ? given : "";
}
