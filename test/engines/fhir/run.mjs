#!/usr/bin/env node
/**
 * Makes the output `fhir` of all examples, without and with settings, and has HL7's own validator (HAPI, through Maven)
 * read it as FHIR R4; then has its engine for FHIRPath evaluate the conditions. Prints a line a file; ends with 1 where
 * there is an error or a warning, or a condition comes to something else than in the simulator.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildToolIfNeeded } from '../../../scripts/build.mjs';
import { bundleScript } from '../../../scripts/lib/bundles.mjs';
import { NODE, ROOT, setUp } from '../../../scripts/lib/set-up.mjs';

const MODULE = join(ROOT, 'test/engines/fhir');
const BUILT = join(ROOT, 'build/engines/fhir-validator');
const FILES = join(ROOT, 'build/engines/fhir-files');
const TOOL = join(ROOT, 'dist/cli/draaiboek.js');

/** What `draaiboek.json` says in each of two runs. */
const SETTINGS = {
    plain: {},
    set: { output: { fhir: { url: 'https://jeugd.voorbeeld.nl/fhir', bundle: 'transaction' } } },
};

/** Names and texts that could break a format: quotation marks, tags, marks of comments, letters of other scripts. */
const HOSTILE = `interventie Vijandig "<b>&amp; ]]> --> 'x' \`y\` 😀 漢字" {
    samenvatting "</div><script>alert(1)</script> & < > ]]>"
    rol Wie "<i>wie</i>"
    gegeven ja-of-nee: ja/nee
    aanpak {
        stap Één "${'lang '.repeat(60).trim()}" { door Wie daarna { als "is \`het\` waar, 'of' niet \\\\ ?": Twee anders: Drie } }
        stap Twee "]]>" { daarna: Drie }
        einde Drie "&"
    }
}
`;

/** @returns {Promise<boolean>} whether all is well */
export async function validateFhir() {
    const packaged = spawnSync('mvn', ['-q', '-B', '-f', join(MODULE, 'pom.xml'), 'package'], { stdio: 'inherit' });
    if (packaged.error || packaged.status !== 0) {
        console.error(
            packaged.error ? 'Maven is not here: install Maven and a JDK of version 17 or later.' : 'Maven failed.',
        );
        return false;
    }
    rmSync(FILES, { recursive: true, force: true });
    const made = join(FILES, 'all');
    mkdirSync(made, { recursive: true });
    for (const [name, settings] of Object.entries(SETTINGS)) {
        generate(name, settings, made);
    }
    const classPath = [join(BUILT, 'classes'), join(BUILT, 'lib', '*')].join(delimiter);
    const { status, stdout, stderr } = spawnSync('java', ['-cp', classPath, 'draaiboek.Validate', made], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
    });
    if (status !== 0) {
        console.error(stderr);
        return false;
    }
    const isValid = report(JSON.parse(stdout));
    return (await evaluates(classPath)) && isValid;
}

/** Whether HAPI's engine for FHIRPath decides as the simulator does. */
async function evaluates(classPath) {
    const { writeExpressions } = await import(
        pathToFileURL(await bundleScript('test/engines/fhir/expressions.ts')).href
    );
    const file = join(FILES, 'expressions.json');
    await writeExpressions(file);
    const { status, stdout, stderr } = spawnSync('java', ['-cp', classPath, 'draaiboek.Evaluate', file], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
    });
    if (status !== 0) {
        console.error(stderr);
        return false;
    }
    const { count, wrong } = JSON.parse(stdout);
    console.log(`fhir  ${count} conditions evaluated by HAPI, ${wrong.length} otherwise than by the simulator`);
    wrong.slice(0, 10).forEach((w) => {
        console.log(`      ${JSON.stringify(w)}`);
    });
    return count > 0 && wrong.length === 0;
}

/** Makes the output of all examples with some settings, and puts the files side by side. */
function generate(name, settings, made) {
    const folder = join(FILES, name);
    mkdirSync(join(folder, 'bron'), { recursive: true });
    for (const file of readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' })) {
        if (file.endsWith('.draaiboek')) {
            mkdirSync(join(folder, 'bron', file, '..'), { recursive: true });
            copyFileSync(join(ROOT, 'examples', file), join(folder, 'bron', file));
        }
    }
    writeFileSync(join(folder, 'bron', 'vijandig.draaiboek'), HOSTILE);
    writeFileSync(join(folder, 'bron', 'draaiboek.json'), JSON.stringify(settings));
    const args = [TOOL, 'generate', 'bron', '--to', 'fhir', '--out', 'uit', '--force'];
    const { status, stderr } = spawnSync(NODE, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) {
        throw new Error(`The output could not be made: ${stderr}`);
    }
    for (const file of readdirSync(join(folder, 'uit'), { recursive: true, encoding: 'utf8' })) {
        if (file.endsWith('.fhir.json')) {
            copyFileSync(join(folder, 'uit', file), join(made, `${name}-${file.replaceAll(/[/\\]/g, '-')}`));
        }
    }
}

function report(found) {
    let bad = 0;
    for (const [file, messages] of Object.entries(found)) {
        const wrong = messages.filter((m) => m.severity !== 'INFORMATION');
        bad += wrong.length;
        const size = JSON.parse(readFileSync(join(FILES, 'all', file), 'utf8')).entry.length;
        console.log(
            `fhir  ${file.padEnd(60)} ${String(size).padStart(3)} resources, ${wrong.length} errors and warnings`,
        );
        wrong.forEach((m) => {
            console.log(`      ${m.severity} ${m.where}: ${m.message}`);
        });
    }
    console.log(`fhir  ${Object.keys(found).length} files read by HL7's validator, ${bad} errors and warnings`);
    return bad === 0 && Object.keys(found).length > 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    setUp();
    await buildToolIfNeeded();
    process.exit((await validateFhir()) ? 0 : 1);
}
