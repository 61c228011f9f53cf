/** What a generated process consists of. */
export interface ProcessSize {
    readonly steps: number;
    readonly decisions: number;
    readonly blocks: number;
}

/** Steps that run beside each other in one parallel block. */
const IN_BLOCK = 5;

/**
 * Writes an interventie with an `aanpak` of so many steps, decisions and parallel blocks, one behind the other.
 * Deterministic, and sound: every proof holds.
 */
export function generateProcess({ steps, decisions, blocks }: ProcessSize): string {
    const parts = decisions + blocks;
    const plain = Math.max(0, Math.floor((steps - blocks * IN_BLOCK - decisions * 4) / parts));
    const lines: string[] = [];
    let written = { plain: 0, decisions: 0, blocks: 0 };
    for (let part = 0; part < parts; part++) {
        for (let i = 0; i < plain; i++) {
            lines.push(...step(`Stap${String(written.plain + i)}`));
        }
        written = { ...written, plain: written.plain + plain };
        if (written.blocks < blocks && part % Math.ceil(parts / blocks) === 0) {
            const block = String(written.blocks++);
            lines.push(`    gelijktijdig Naast${block} {`);
            for (let i = 0; i < IN_BLOCK; i++) {
                lines.push(...step(`Deel${block}-${String(i)}`));
            }
            lines.push('    }');
        } else if (written.decisions < decisions) {
            lines.push(...decision(String(written.decisions++)));
        }
    }
    return [
        'interventie Groot "Groot" {',
        '  rol Werker',
        '  doel Verder "Het gezin kan verder" { subdoel rust "Er is rust" }',
        '  duur hoogstens 1000 weken',
        ...Array.from({ length: decisions }, (_, i) => `  gegeven akkoord-${String(i)}: ja/nee "Akkoord ${String(i)}"`),
        '  document Plan',
        '  aanpak {',
        '    contactbudget hoogstens 1000 contacten',
        ...lines,
        '    einde Klaar { geslaagd }',
        '  }',
        '}',
        '',
    ].join('\n');
}

function step(name: string, ...more: string[]): string[] {
    return [
        `    stap ${name} {`,
        '      door Werker',
        '      werkt aan rust',
        '      contacten precies 1',
        '      duur hoogstens 1 week',
        ...more,
        '    }',
    ];
}

function decision(number: string): string[] {
    const fact = `akkoord-${number}`;
    return [
        ...step(
            `Keuze${number}`,
            `      bepaalt ${fact}`,
            '      daarna {',
            `        als ${fact}: Kort${number}`,
            `        anders: Lang${number}`,
            '      }',
        ),
        ...step(`Kort${number}`, `      daarna: Verder${number}`),
        ...step(`Lang${number}`, `      levert Plan`, `      daarna: Verder${number}`),
        ...step(`Verder${number}`),
    ];
}
