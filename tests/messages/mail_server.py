"""A real SMTP server on a free port: says the port, then one JSON line for every mail it accepted, decoded by Python's own
library. Arguments: plain | auth | tls CERTIFICATE KEY | refuse."""
import json
import ssl
import sys
import time
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


def say(value):
    print(json.dumps(value), flush=True)


class Handler:
    async def handle_DATA(self, server, session, envelope):
        if mode == "refuse":
            return "554 5.7.1 not here"
        mail = message_from_bytes(envelope.content, policy=policy.default)
        say({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "header_to": mail["to"],
            "subject": mail["subject"],
            "body": mail.get_content(),
            "type": mail.get_content_type(),
            "charset": mail.get_content_charset(),
            "date": mail["date"].datetime.isoformat(),
            "headers": sorted(mail.keys()),
            "secure": session.ssl is not None,
            "user": str(session.auth_data or ""),
            "host": session.host_name,
        })
        return "250 2.0.0 Ok: queued as TEST42"


def authenticate(server, session, envelope, mechanism, data):
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (b"zhiheng", b"secret-7")
    return AuthResult(success=known, auth_data=data.login.decode() if known else None)


mode = sys.argv[1]
options = {}
if mode == "auth":
    options = {"authenticator": authenticate, "auth_required": True, "auth_require_tls": False}
if mode == "tls":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    options = {"tls_context": context, "require_starttls": True}


class FreePort(Controller):
    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


controller = FreePort(Handler(), hostname="127.0.0.1", port=0, **options)
controller.start()
say({"port": controller.port})
while sys.stdin.read(1):
    time.sleep(0.1)
controller.stop()
