# SPDX-License-Identifier: AGPL-3.0-or-later
# A mail server that takes nothing before STARTTLS, for one user: site, with the password a "b\c. What it takes is in FOLDER/smtp.got; its
# port is printed.
import base64
import socketserver
import ssl
import sys

folder = sys.argv[1]
tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(f'{folder}/tls.crt', f'{folder}/tls.key')
GOOD = base64.b64encode(b'\0site\0a "b\\c')


class Talk(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b'\r\n')

    def greet(self):
        self.say('250-localhost')
        self.say('250-AUTH PLAIN' if isinstance(self.request, ssl.SSLSocket) else '250-STARTTLS')
        self.say('250 8BITMIME')

    def start_tls(self):
        self.say('220 go on')
        self.request = tls.wrap_socket(self.request, server_side=True)
        self.setup()

    def take(self):
        self.say('354 tell')
        lines = []
        while (line := self.rfile.readline()) not in (b'.\r\n', b''):
            lines.append(line)
        with open(f'{folder}/smtp.got', 'wb') as got:
            got.write(b''.join(lines))
        self.say('250 kept')

    def handle(self):
        known = False
        self.say('220 localhost')
        try:
            while line := self.rfile.readline().strip():
                verb = line.split(b' ')[0].upper()
                if verb == b'EHLO':
                    self.greet()
                elif verb == b'STARTTLS':
                    self.start_tls()
                elif verb == b'AUTH':
                    self.say('334 ')
                    known = self.rfile.readline().strip() == GOOD
                    self.say('235 welcome' if known else '535 this is not your password')
                elif verb in (b'MAIL', b'RCPT'):
                    self.say('250 ok' if known else '530 who are you')
                elif verb == b'DATA':
                    self.take()
                elif verb == b'QUIT':
                    self.say('221 bye')
                    return
                else:
                    self.say('502 what')
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


with Server(('127.0.0.1', 0), Talk) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
