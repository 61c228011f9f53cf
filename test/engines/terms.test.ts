/** A term goes on while its work is done once more, and counts from what the text names, in the engines themselves. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatorById } from '../../language/generate/registry.js';
import { casesOf } from '../language/generate/support.js';
import type { Step } from './contract.js';
import { playInOperaton, playInZeebe } from './drive.js';

/** Each case begins on Monday 5 January 2026, and beside its work something makes the clock go on five days at a time. */
const PROTOCOL = `interventie Termijnen "Termijnen" {
    rol R
    aanpak {
        gelijktijdig Tegelijk {
            fase Werken {
                stap Werk { door R  herhaal hoogstens 9 keer  termijn 12 dagen anders: Laat  daarna: Dan }
                stap Dan { door R  termijn 17 dagen na aanmelding anders: Laat  daarna: Straks }
                stap Straks { door R  termijn 30 dagen na Werk }
                stap Laat { door R }
            }
            fase Klok {
                stap K5 { door R  termijn 5 dagen anders: K10  daarna: Af }
                stap K10 { door R  termijn 5 dagen anders: K15  daarna: Af }
                stap K15 { door R  termijn 5 dagen anders: K20  daarna: Af }
                stap K20 { door R  termijn 5 dagen anders: Af  daarna: Af }
                stap Af { door R }
            }
        }
        einde Klaar
    }
}`;

const again: Step = { complete: 'Werk', as: 'R', variables: { Werk_nog_een_keer: true } };
const enough: Step = { complete: 'Werk', as: 'R', variables: { Werk_nog_een_keer: false } };
const then: Step = { complete: 'Dan', as: 'R' };

const CASES: Readonly<Record<string, readonly Step[]>> = {
    'the term goes on over all rounds': [
        again,
        { timer: 'K5_termijn' },
        again,
        { open: ['K10', 'Werk'] },
        { timer: 'K10_termijn' },
        again,
        { open: ['K15', 'Werk'] },
        // on day 12, before day 15
        { timer: 'Werk_termijn' },
        { open: ['K15', 'Laat'] },
    ],
    'a term from registration is over before what begins later': [
        { timer: 'K5_termijn' },
        { timer: 'K10_termijn' },
        enough,
        { open: ['Dan', 'K15'] },
        { timer: 'K15_termijn' },
        { open: ['Dan', 'K20'] },
        // on day 17, before day 20
        { timer: 'K20_termijn' },
        { open: ['Af', 'Laat'] },
    ],
    'a due date counts from the end of other work': [{ timer: 'K5_termijn' }, enough, { timer: 'K10_termijn' }, then],
};

test.each([
    ['operaton', playInOperaton],
    ['zeebe', playInZeebe],
] as const)('%s keeps when a term is over', async (output, play) => {
    const [one] = await casesOf(PROTOCOL);
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-terms-'));
    try {
        const made = one && generatorById(output)?.generate(one.protocol, one.options);
        for (const { path, content } of made?.files ?? []) {
            writeFileSync(join(folder, path.replace('/', '-')), content);
        }
        const { cases, deployments } = await play(
            folder,
            Object.entries(CASES).map(([name, steps]) => ({
                process: 'Termijnen',
                name,
                variables: { zaak: name },
                steps,
            })),
        );
        expect(deployments.flatMap((d) => d.error ?? [])).toEqual([]);
        expect(cases.map((c) => c.error)).toEqual([null, null, null]);
        // thirty days after day 5, when the work was done
        const due = cases[2]?.tasks.find((t) => t.id === 'Straks')?.dueDate;
        expect(due).toBe('2026-02-09T08:00:00Z');
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});
