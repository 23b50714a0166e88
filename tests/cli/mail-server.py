# SPDX-License-Identifier: AGPL-3.0-or-later
"""mail-server.py FOLDER: aiosmtpd on a free port of this machine, which takes nothing before STARTTLS. What it does with a mail stands in
FOLDER/mode: take, refuse (554), later (451), drop (closes after DATA, having kept nothing), lie (keeps it and closes without a word),
stall (says nothing for an hour). What it kept: FOLDER/kept, one file a mail, by its Message-ID. Prints its port."""
import asyncio
import email
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP

folder = sys.argv[1]
tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(f'{folder}/tls.crt', f'{folder}/tls.key')
os.makedirs(f'{folder}/kept', exist_ok=True)


def keep(envelope):
    name = email.message_from_bytes(envelope.content)['Message-ID'].strip('<>')
    number = sum(n.startswith(name) for n in os.listdir(f'{folder}/kept'))
    with open(f'{folder}/kept/{name}.{number}', 'wb') as out:
        out.write(envelope.content)


class Handler:
    async def handle_DATA(self, server, session, envelope):
        with open(f'{folder}/mode', encoding='ascii') as text:
            mode = text.read().strip()
        if mode == 'refuse':
            return '554 5.7.1 not wanted'
        if mode == 'later':
            return '451 4.3.0 come back'
        if mode == 'stall':
            await asyncio.sleep(3600)
        if mode in ('take', 'lie'):
            keep(envelope)
        if mode in ('drop', 'lie'):
            server.transport.abort()
            return '421 gone'
        return '250 kept'


async def serve():
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Handler(), tls_context=tls, require_starttls=True, enable_SMTPUTF8=True), '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
