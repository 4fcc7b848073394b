from django import forms


class FoundOrganization(forms.Form):
    organization = forms.CharField(max_length=200, label="Organization")
    name = forms.CharField(max_length=200, label="Your name")
    email = forms.EmailField(label="Your e-mail", help_text="You sign in with it.")
    password = forms.CharField(min_length=10, widget=forms.PasswordInput)
