/** What somebody decides in a form is asked anew each time: what was decided in the round before is no answer, in the engines themselves. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatorById } from '../../language/generate/registry.js';
import { casesOf } from '../language/generate/support.js';
import type { Case } from './contract.js';
import { playInOperaton, playInZeebe } from './drive.js';

const PROTOCOL = `interventie Rondes "Rondes" {
    gegeven g: ja/nee
    rol R
    rol S
    aanpak {
        stap Eerst { door R  bepaalt g  daarna { als "nog een gesprek": Eerst  als g: Over  anders: Klaar } }
        stap Over { door R  herhaal tot "genoeg" }
        stap Bij { door S  daarna: Klaar }
        einde Klaar
    }
    overdracht O van R naar S { vanuit Over  bevestiging door S  bij uitblijven: Over }
}`;

const by = (complete: string, as: string, variables = {}) => ({ complete, as, variables });

/** Each decision is taken once, and not the second time. */
const CASE: Case = {
    process: 'Rondes',
    name: 'x',
    variables: { zaak: 'x' },
    steps: [
        by('Eerst', 'R', { g: true, Eerst_verder: 'weg-1' }),
        { open: ['Eerst'] },
        // what is said of facts stays
        by('Eerst', 'R'),
        { open: ['Over'] },
        by('Over', 'R', { Over_nog_een_keer: true }),
        { open: ['Over'] },
        by('Over', 'R', { Over_nog_een_keer: false }),
        by('O_overdragen', 'R'),
        by('O_bevestigen', 'S', { O_bevestigd: false }),
        by('Over', 'R', { Over_nog_een_keer: false }),
        by('O_overdragen', 'R'),
        by('O_bevestigen', 'S', { O_bevestigd: true }),
        { open: ['Bij'] },
    ],
};

test.each([
    ['operaton', playInOperaton],
    ['zeebe', playInZeebe],
] as const)('%s asks anew what was decided before', async (output, play) => {
    const [one] = await casesOf(PROTOCOL);
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-decisions-'));
    try {
        for (const { path, content } of (one && generatorById(output)?.generate(one.protocol, one.options).files) ??
            []) {
            writeFileSync(join(folder, path), content);
        }
        const { deployments, cases } = await play(folder, [CASE]);
        expect(deployments.filter((d) => !d.ok)).toEqual([]);
        expect(cases.map((c) => c.error)).toEqual([null]);
        expect(cases[0]?.variables).toMatchObject({ g: true, O_bevestigd: true });
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});
