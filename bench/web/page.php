<?php
// SPDX-License-Identifier: AGPL-3.0-or-later
// What a small page in PHP does at the least: opens the same database, asks as many times, prints as many bytes.
$db = new PDO('sqlite:' . $_SERVER['BENCH_DATABASE'], null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
for ($i = 0; $i < (int)$_SERVER['BENCH_STATEMENTS']; $i++) {
    $ask = $db->prepare('select id, call_name, full_name from person where id = ?');
    $ask->execute([$i + 1]);
    $row = $ask->fetch(PDO::FETCH_ASSOC);
    if ($i === 0) echo '<!DOCTYPE html><title>', htmlspecialchars($row['call_name']), "</title>\n";
}
$line = '<li><a href="/account/me">' . htmlspecialchars($row['call_name'] ?? 'Nobody') . " – Welsh & more</a></li>\n";
for ($had = 0; $had < (int)$_SERVER['BENCH_BYTES']; $had += strlen($line)) echo $line;
