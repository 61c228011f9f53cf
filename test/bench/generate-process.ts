/** What a generated process consists of. */
export interface ProcessSize {
    readonly steps: number;
    readonly decisions: number;
    readonly blocks: number;
}

/** Steps that run beside each other in one parallel block. */
const IN_BLOCK = 5;

/** Decisions between two handovers, from the one role to the other and back. */
const IN_HANDS = 5;

/**
 * Writes an interventie with an `aanpak` of so many steps, decisions and parallel blocks, one behind the other: each step
 * with a term, each fifth decision with a repetition and a document that it needs, and after each fifth a handover, of
 * direction too. An escalation and what may always happen lead aside. Deterministic, and sound: every proof holds.
 */
export function generateProcess({ steps, decisions, blocks }: ProcessSize): string {
    const parts = decisions + blocks;
    const plain = Math.max(0, Math.floor((steps - 3 - blocks * IN_BLOCK - decisions * 4) / parts));
    const lines: string[] = step('Begin', WORKERS[0], '      werkt aan vertrouwen', '      levert Plan');
    const handovers: string[] = [];
    let written = { plain: 0, decisions: 0, blocks: 0 };
    for (let part = 0; part < parts; part++) {
        const by = workerAt(written.decisions);
        for (let i = 0; i < plain; i++) {
            lines.push(...step(`Stap${String(written.plain + i)}`, by));
        }
        written = { ...written, plain: written.plain + plain };
        if (written.blocks < blocks && part % Math.ceil(parts / blocks) === 0) {
            const block = String(written.blocks++);
            lines.push(`    gelijktijdig Naast${block} {`);
            for (let i = 0; i < IN_BLOCK; i++) {
                lines.push(...step(`Deel${block}-${String(i)}`, by));
            }
            lines.push('    }');
        } else if (written.decisions < decisions) {
            const number = written.decisions++;
            lines.push(...decision(number));
            if (workerAt(number) !== workerAt(number + 1) && number + 1 < decisions) {
                handovers.push(...handover(number));
            }
        }
    }
    return [
        'interventie Groot "Groot" {',
        '  rol Werker voert regie { doorzettingsmacht "mandaat" }',
        '  rol Hulpverlener { doorzettingsmacht "mandaat" }',
        '  rol Gezin is cliënt',
        '  doelgroep Gezinnen "Gezinnen" { leeftijd 0 tot 12 jaar }',
        '  doel Verder "Het gezin kan verder" {',
        '    subdoel vertrouwen "Er is vertrouwen"',
        '    subdoel rust "Er is rust" na vertrouwen',
        '  }',
        '  duur hoogstens 3000 weken',
        ...Array.from({ length: decisions }, (_, i) => `  gegeven akkoord-${String(i)}: ja/nee "Akkoord ${String(i)}"`),
        '  document Plan { bevat gezinsgegevens  bewaartermijn 15 jaar }',
        '  aanpak {',
        '    toegang als akkoord-0',
        '    contactbudget hoogstens 3000 contacten',
        '    altijd als "acute onveiligheid": Veiligheid',
        ...lines,
        ...step('Slot', workerAt(decisions - 1), '      daarna: Klaar'),
        '    escalatie Vastgelopen door Werker {',
        '      vanuit Begin',
        '      als "het lukt niet"',
        '      duur hoogstens 1 week',
        '      contacten precies 1',
        '      daarna: Gestopt',
        '    }',
        '    stap Veiligheid {',
        '      door Werker met Hulpverlener',
        '      duur hoogstens 1 dag',
        '      contacten precies 1',
        '      daarna: Gestopt',
        '    }',
        '    einde Klaar { geslaagd }',
        '    einde Gestopt',
        '  }',
        ...handovers,
        '}',
        '',
    ].join('\n');
}

const WORKERS = ['Werker', 'Hulpverlener'] as const;

function workerAt(decision: number): (typeof WORKERS)[number] {
    return Math.floor(decision / IN_HANDS) % 2 === 0 ? 'Werker' : 'Hulpverlener';
}

function step(name: string, by: string, ...more: string[]): string[] {
    return [
        `    stap ${name} {`,
        `      door ${by}`,
        ...(name === 'Begin' ? [] : ['      werkt aan rust']),
        '      contacten precies 1',
        '      duur hoogstens 1 week',
        '      termijn 2 weken',
        ...more,
        '    }',
    ];
}

function decision(of: number): string[] {
    const number = String(of);
    const fact = `akkoord-${number}`;
    const by = workerAt(of);
    const isFirst = of % IN_HANDS === 0;
    return [
        ...step(
            `Keuze${number}`,
            by,
            ...(isFirst ? ['      vereist Plan'] : []),
            `      bepaalt ${fact}`,
            ...(isFirst ? [`      herhaal hoogstens 3 keer tot ${fact}`] : []),
            '      daarna {',
            `        als ${fact}: Kort${number}`,
            `        als niet ${fact}: Lang${number}`,
            '      }',
        ),
        ...step(`Kort${number}`, by, `      daarna: Verder${number}`),
        ...step(`Lang${number}`, by, '      levert Plan', `      daarna: Verder${number}`),
        ...step(`Verder${number}`, by),
    ];
}

/** From who works at a decision to who works at the next one. */
function handover(of: number): string[] {
    const number = String(of);
    const [from, to] = [workerAt(of), workerAt(of + 1)];
    return [
        `  overdracht Overdracht${number} van ${from} naar ${to} {`,
        `    vanuit Verder${number}`,
        '    vorm warm',
        `    gesprekken precies 1 met ${from}, ${to}, Gezin`,
        '    informatie Plan',
        '    geheimhouding toestemming van Gezin',
        '    grondslag "toestemming"',
        '    termijn 2 weken',
        `    bevestiging door ${to} binnen 5 werkdagen`,
        `    regie naar ${to}`,
        '    bij uitblijven: Vastgelopen',
        '    sluit af na gesprek 1',
        '  }',
    ];
}
