#!/usr/bin/env node
/**
 * `npm start`: from a bare clone to something to look at. Builds, checks the examples, makes every output from them in
 * out/, and prints what it made and where to look.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ENVIRONMENT, NODE, ROOT, setUp } from './lib/set-up.mjs';

const TOOL = join(ROOT, 'dist/cli/draaiboek.js');
const OUT = 'out';

setUp();
const begin = performance.now();
await build();
heading('De voorbeelden gecontroleerd (npm run --silent draaiboek -- check examples)');
const found = JSON.parse(tool(['check', 'examples', '--format', 'json', '--max-severity', 'error']));
table(
    ['bestand', 'fouten', 'waarschuwingen', 'info'],
    countByFile(found.findings).map(([file, counts]) => [file, counts.error, counts.warning, counts.info]),
);
heading(
    `Alles gemaakt wat er van te maken is (npm run --silent draaiboek -- generate examples --to alles --out ${OUT})`,
);
const made = JSON.parse(tool(['generate', 'examples', '--to', 'alles', '--force', '--out', OUT, '--format', 'json']));
table(
    ['interventie', 'uitvoer', 'verliezen', 'kijk in'],
    made.interventies.flatMap(({ name, outputs }) =>
        outputs.map(({ to, files, losses }) => [
            name,
            to,
            losses.length,
            files[0] ? `${OUT}/${files[0]}${more(files.length)}` : '– (niets te maken)',
        ]),
    ),
);
const files = made.interventies.flatMap(({ outputs }) => outputs.flatMap((output) => output.files));
const seconds = ((performance.now() - begin) / 1000).toFixed(0);
console.log(
    `\n${files.length} bestanden in ${OUT}/, in ${seconds} seconden. Verder: npm run --silent draaiboek -- --help`,
);

/**
 * Runs the tool and gives what it prints; where it cannot do its work it has said so, and the script ends.
 *
 * @param {readonly string[]} args
 */
function tool(args) {
    const { status, stdout } = spawnSync(NODE, [TOOL, ...args], {
        cwd: ROOT,
        env: ENVIRONMENT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        maxBuffer: 2 ** 28,
    });
    if (status !== 0) {
        process.exit(status ?? 1);
    }
    return stdout;
}

/** @param {readonly {file: string, severity: string}[]} findings */
function countByFile(findings) {
    const counts = new Map();
    for (const { file, severity } of findings) {
        const count = counts.get(file) ?? { error: 0, warning: 0, info: 0 };
        count[severity]++;
        counts.set(file, count);
    }
    return [...counts];
}

/** @param {string} text */
function heading(text) {
    console.log(`\n${text}\n`);
}

/** @param {readonly string[]} head @param {readonly (readonly (string | number)[])[]} rows */
function table(head, rows) {
    const cells = [head, ...rows].map((row) => row.map(String));
    const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
    const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
    for (const row of cells) {
        const line = row.map((cell, column) =>
            isNumber[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
        );
        console.log(`  ${line.join('  ').trimEnd()}`);
    }
}

/** @param {number} count */
function more(count) {
    return count > 1 ? ` (en ${count - 1} meer)` : '';
}
