#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# certificate.sh KEY CERTIFICATE: makes both files, of localhost, signed by itself: for a server of a test.
exec openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$1" -out "$2" -days 2 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost 2>/dev/null
