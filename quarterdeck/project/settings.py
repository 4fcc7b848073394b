"""All settings, read from the environment; docs/reference/configuration.md lists them."""

import secrets
from pathlib import Path

from csp.constants import NONCE, NONE, SELF  # noqa: F401

from .env import database_from_url, env_bool, env_int, env_list, env_text

CODE = Path(__file__).resolve().parents[1]
CLONE = CODE.parent

# Where this instance keeps its database, secret key and backups.
_home = CLONE / "data" if (CLONE / "pyproject.toml").exists() else None
DATA_DIR = Path(
    env_text("QUARTERDECK_DATA_DIR")
    or _home
    or Path.home() / ".local" / "share" / "quarterdeck"
)
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)


def secret_key() -> str:
    """Return SECRET_KEY, or one that is made once and kept beside the database."""
    if given := env_text("SECRET_KEY"):
        return given
    kept = DATA_DIR / "secret_key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64))
    return kept.read_text()


SECRET_KEY = secret_key()
DEBUG = env_bool("DEBUG", False)
# Behind TLS: secure cookies, HSTS and the redirect. `make run` on one's own machine is not.
HTTPS = env_bool("HTTPS", False)
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")
PORT = env_int("PORT", 8000)

DOMAINS = [
    "activity",
    "accounts",
    "background_jobs",
    "organization",
    "people",
    "strategy",
    "goals",
    "projects",
    "imports",
    "feedback",
    "occasions",
    "circles",
    "conversations",
    "development",
    "training",
    "mentoring",
    "hiring",
    "one_on_ones",
    "planning",
    "erasure",
    "own_data",
    "demo",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "lucide",
    "ninja",
    "template_partials.apps.SimpleAppConfig",
    *(f"quarterdeck.domains.{name}" for name in DOMAINS),
    "quarterdeck.web.shell",
    "quarterdeck.jobs",
    "quarterdeck.project",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "quarterdeck.project.health.UnderAnyName",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "quarterdeck.web.shell.notices.Notices",
    "quarterdeck.web.shell.middleware.Clock",
    "quarterdeck.web.shell.middleware.LocalTime",
    "quarterdeck.web.shell.bounded.Bounded",
    "quarterdeck.api.repeating.SaidAgain",
    "quarterdeck.web.shell.middleware.SignedInOnly",
    "quarterdeck.web.shell.middleware.OnceOnly",
    "quarterdeck.web.shell.middleware.PlainErrors",
]
ROOT_URLCONF = "quarterdeck.project.urls"
WSGI_APPLICATION = "quarterdeck.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The look of allauth's pages comes before the pages of its own.
        "DIRS": [CODE / "web", CODE / "web" / "sign_in" / "templates", CODE],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": [
                "template_partials.templatetags.partials",
                "django.templatetags.static",
                "quarterdeck.web.shell.templatetags.quick",
                "quarterdeck.web.shell.templatetags.shell",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "quarterdeck.web.shell.frame.frame",
            ],
        },
    }
]

FORM_RENDERER = "quarterdeck.web.shell.renderer.Inputs"

DATABASES = {
    "default": database_from_url(
        env_text("DATABASE_URL") or f"sqlite://{DATA_DIR / 'quarterdeck.sqlite3'}"
    )
}
# Attempts to sign in are counted here: in one place for all processes of the server.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- signing in -----------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever was invited proved the address
ACCOUNT_ADAPTER = "quarterdeck.web.sign_in.adapter.InvitedOnly"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses come from invitations
MFA_TOTP_ISSUER = "Quarterdeck"
MFA_TOTP_TOLERANCE = 1  # a code typed just after it changed, a clock a little off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # localhost has no certificate
USERSESSIONS_TRACK_ACTIVITY = False  # no write on a read

# -- no door open by default ------------------------------------------------------------
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "quarterdeck.web.shell.errors.stale_form"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # asked on the machine itself, without TLS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
IMPORT_MAX_BYTES = env_int("IMPORT_MAX_MB", 20) * 1_000_000
API_REQUESTS_A_MINUTE = env_int("API_REQUESTS_A_MINUTE", 600)  # of a token; 0: no limit

# -- background work --------------------------------------------------------------------
# The engine is a setting: everything else speaks Django's Tasks API.
TASKS = {
    "default": {
        "BACKEND": "quarterdeck.domains.background_jobs.backend.DatabaseBackend"
    }
}
JOB_LEASE_SECONDS = env_int("JOB_LEASE_SECONDS", 20)

# -- words, time, files -----------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
USE_I18N = False  # all text is written in one language; asking for it costs time
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"  # for collectstatic, where a proxy serves the files
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = env_text(
    "EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend"
)
NINJA_PAGINATION_MAX_LIMIT = 200
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env_text("LOG_LEVEL", "WARNING")},
    # It logs each ending again, refusals and cancelling too; quarterdeck.jobs tells enough.
    "loggers": {"django_tasks": {"level": "CRITICAL"}},
}
