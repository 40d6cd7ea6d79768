"""Django's settings. Whatever differs between places is an environment variable, named where it is read.

ALONGSIDE_ADDRESS     how links in mail begin (default: https and the first host served)
ALONGSIDE_BACKUP_TO   the public half of the key backups are sealed to, where --to does not name one
ALONGSIDE_DATA        folder of the embedded database and the keys (default: the user's data folder)
ALONGSIDE_DEMO        1: an invented county on this machine only; cookies travel without TLS
ALONGSIDE_HOSTS       host names served, with commas between (default: this machine only)
ALONGSIDE_METRICS_TOKEN  who sends it as a bearer token reads /metrics from elsewhere (default: this machine only)
ALONGSIDE_OIDC_URL    a county's own sign-in (OpenID Connect), with ALONGSIDE_OIDC_ID, _SECRET, _NAME, _TRUST_EMAIL
ALONGSIDE_PROXY       1: a proxy in front ends TLS and sets X-Forwarded-Proto and X-Forwarded-For
ALONGSIDE_SECOND_FACTOR  0: staff may sign in with a password alone (default 1; the demo 0)
ALONGSIDE_STATIC      folder of collected static files, where a web server in front wants one
ALONGSIDE_IDLE        minutes without a request until sign-out (default 15; the demo 240)
DATABASE_URL          a PostgreSQL server, as the runtime role; DATABASE_OWNER_URL the same as the owner
DATABASE_POOL         connections kept open at most (default 8)
DATABASE_POOL_WAIT    seconds a page waits for one of them (default 4)
EMAIL_HOST            where mail goes out (default: the log; in the demo: files in its data folder); with it
                      EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD
EMAIL_FROM            whom mail is from (default: alongside@localhost)
SECRET_KEY            Django's key (default: made once and kept in the data folder); SECRET_KEY_FALLBACKS those before
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from . import elsewhere
from .databases import databases
from .places import data_folder, former_secret_keys, secret_key

PACKAGE = Path(__file__).resolve().parent.parent
ALONGSIDE_DATA = data_folder()
IS_DEMO = os.environ.get("ALONGSIDE_DEMO") == "1"

SECRET_KEY = secret_key()
SECRET_KEY_FALLBACKS = former_secret_keys()
DEBUG = False
ALLOWED_HOSTS = [host.strip() for host in os.environ.get("ALONGSIDE_HOSTS", "127.0.0.1,localhost,[::1]").split(",")]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"]
ALONGSIDE_ADDRESS = os.environ.get(
    "ALONGSIDE_ADDRESS", "http://127.0.0.1:8000" if IS_DEMO else f"https://{ALLOWED_HOSTS[0]}"
)

INSTALLED_APPS = [
    "alongside.access",
    "alongside.ledger",
    "alongside.records",
    "alongside.reviews",
    "alongside.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "template_partials",
    "csp",
]

ELSEWHERE = elsewhere.settings_of(os.environ)
INSTALLED_APPS += elsewhere.APPS if ELSEWHERE else ()

MIDDLEWARE = [
    "alongside.config.health.answer_watchers",
    "alongside.config.request_figures.count_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "alongside.access.odd_requests.without_zero_bytes",
    "alongside.access.sessions.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "alongside.access.middleware.no_store",
    "alongside.web.signed_out.keep_what_was_sent",
    "alongside.access.middleware.end_old_sessions",
    "alongside.access.middleware.enforce_pages",
    "alongside.web.not_of_this_law.NotOfThisLaw",
]

ROOT_URLCONF = "alongside.web.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"
ASGI_APPLICATION = "alongside.config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = databases(os.environ)
DATABASE_ROUTERS = ["alongside.config.databases.OneDatabase"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Limits on sign-in attempts count in the cache: it has to be one that every process shares, and one that a flood of
# other attempts does not push them out of.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entry",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
}

TIME_ZONE = "US/Central"
USE_TZ = True
LANGUAGE_CODE = "en-us"
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("ALONGSIDE_STATIC")
WHITENOISE_USE_FINDERS = True

# Uploads: a workbook is read whole by the importer, which has limits of its own.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Sign-in
globals().update(ELSEWHERE)
OIDC_TRUSTS_EMAIL = os.environ.get("ALONGSIDE_OIDC_TRUST_EMAIL") == "1"
AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "sign_in_name", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if IS_DEMO:  # the password stands in the README: a million rounds would only make its visitors wait
    PASSWORD_HASHERS = ["alongside.access.hashing.Lighter", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "alongside.access.sign_in.Accounts"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_FORMS = {"login": "alongside.access.sign_in_form.SignInForm"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "alongside.access.sign_in.SecondFactors"
MFA_FORMS = {
    "authenticate": "alongside.access.one_time_codes.SignInCode",
    "reauthenticate": "alongside.access.one_time_codes.SignAgainCode",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Who works in a program sets up a code or a passkey before the first page; participants may.
STAFF_NEEDS_SECOND_FACTOR = os.environ.get("ALONGSIDE_SECOND_FACTOR", "0" if IS_DEMO else "1") == "1"
MFA_TOTP_ISSUER = "Alongside"
# The code before and the code after count too: phones run late, and people type across the half minute.
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_DEMO

# Sessions: signed out after a while without a request, and after a working day in any case.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = int(os.environ.get("ALONGSIDE_IDLE", "240" if IS_DEMO else "15")) * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_LONGEST = timedelta(hours=12)

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not IS_DEMO
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 0 if IS_DEMO else 31_536_000
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if os.environ.get("ALONGSIDE_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "alongside@localhost")
if os.environ.get("EMAIL_HOST"):
    EMAIL_HOST = os.environ["EMAIL_HOST"]
    EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
    EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_TLS = True
elif IS_DEMO:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = ALONGSIDE_DATA / "mail"
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# Field values of a form or a query never go to the log: they are people's records.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {"()": "alongside.config.log_lines.JsonLines"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line" if IS_DEMO else "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"alongside": {"level": "INFO"}, "django.db.backends": {"level": "WARNING", "propagate": False}},
}
