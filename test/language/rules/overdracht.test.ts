import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../language/rules/answers.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { applyFix, check, checkFor, expectFindings, pointedAt } from '../rule-tester.js';
import { link, protocol, services } from '../support/language.js';

function handover(lines: readonly string[], more: readonly string[] = []): string {
    return [
        'interventie A {',
        '    rol Gever',
        '    rol Ontvanger',
        '    rol Gezin is cliënt',
        '    overdracht O van Gever naar Ontvanger {',
        ...lines.map((l) => `        ${l}`),
        '    }',
        ...more.map((l) => `    ${l}`),
        '}',
        '',
    ].join('\n');
}

describe('overdracht/ontbreekt', () => {
    const steps = (more: string) => `interventie A {
    rol Gever
    rol Ontvanger
    ${more}
    aanpak {
        stap Een { door Gever }
        stap Twee { door Ontvanger }
    }
}
`;

    it('misses a handover, and cannot say so where the text says that handovers are unknown', async () => {
        await expectFindings('overdracht/ontbreekt', steps('duur onbekend'), [
            { line: 6, says: 'er is geen overdracht', severity: 'warning' },
        ]);
        await expectFindings('overdracht/ontbreekt', steps('overdracht onbekend'), [
            { line: 6, says: 'valt niet te zeggen: welke overdrachten er zijn', severity: 'info' },
        ]);
    });
});

describe('overdracht/warm-ontmoeting', () => {
    const CODE = 'overdracht/warm-ontmoeting';

    it.each([
        ['no meeting', ['vorm warm'], 'geen gezamenlijk gesprek', 'error'],
        ['no meeting, of a form that mostly holds', ['vorm veelal warm'], 'geen gezamenlijk gesprek', 'warning'],
        [
            'none said in words',
            ['vorm warm', 'gesprekken geen met Gever, Gezin, Ontvanger'],
            'geen gezamenlijk gesprek',
            'error',
        ],
        ['nobody named', ['vorm warm', 'gesprekken precies 2'], 'Met wie zijn de gesprekken', 'warning'],
        ['no family', ['vorm warm', 'gesprekken precies 2 met Gever, Ontvanger'], 'ontbreekt het gezin', 'error'],
        [
            'no receiver, by preference',
            ['vorm warm', 'gesprekken bij voorkeur 1 met Gever, Gezin'],
            'ontbreekt `Ontvanger`',
            'warning',
        ],
        ['neither', ['vorm warm', 'gesprekken precies 2 met Gever'], 'ontbreekt `Ontvanger` en het gezin', 'error'],
        [
            'maybe none',
            ['vorm warm', 'gesprekken hoogstens 2 met Gever, Gezin, Ontvanger'],
            'kan ook geen gesprek zijn',
            'info',
        ],
    ] as const)('finds %s', async (_, lines, says, severity) => {
        const found = await checkFor(CODE, handover(lines));
        expect(found.map((f) => [f.severity, f.message.nl])).toEqual([[severity, expect.stringContaining(says)]]);
    });

    it.each([
        ['a written handover', ['vorm schriftelijk']],
        ['a vague number of joint meetings', ['vorm veelal warm', 'gesprekken diverse met Gever, Gezin, Ontvanger']],
        ['an unknown number', ['vorm warm', 'gesprekken onbekend']],
        ['unknown company', ['vorm warm', 'gesprekken 2 met Gever', 'gesprekken 1 met onbekend']],
        ['company that is decided locally', ['vorm warm', 'gesprekken 2 met plaatselijk']],
        [
            'one joint meeting among others',
            ['vorm warm', 'gesprekken 1 met Gever, Ontvanger', 'gesprekken 1 met Gever, Gezin, Ontvanger'],
        ],
    ])('is content with %s', async (_, lines) => {
        expect(await checkFor(CODE, handover(lines))).toEqual([]);
    });

    it('does not miss a giver who is unknown', async () => {
        const text = handover(['vorm warm', 'gesprekken 1 met Gezin, Ontvanger']).replace('van Gever', 'van onbekend');
        expect(await checkFor(CODE, text)).toEqual([]);
    });

    it('takes who fills a role for that role', async () => {
        const text = handover(
            ['vorm warm', 'gesprekken 1 met Regisseur, Gezin, Ontvanger'],
            ['rol Regisseur vervuld door Gever'],
        );
        expect(await checkFor(CODE, text)).toEqual([]);
    });

    it('cannot say whether the family is there when no role is the client', async () => {
        const text = handover(['vorm warm', 'gesprekken 1 met Gever, Gezin, Ontvanger']).replace(' is cliënt', '');
        await expectFindings(CODE, text, [{ line: 7, says: 'geen rol `is cliënt`', severity: 'info' }]);
    });
});

describe('overdracht/geheimhouding', () => {
    const CODE = 'overdracht/geheimhouding';
    const roles = ['rol Ouders is cliënt', 'rol Jeugdige is cliënt'];
    const consent = (who: string, age: string) =>
        handover([`geheimhouding toestemming van ${who}`], [...roles, 'doelgroep D {', `    leeftijd ${age}`, '}']);

    it.each([
        ['Ouders', '0 tot 12 jaar'],
        ['Gezin', '0-19 jaar'],
        ['Ouders, Jeugdige', '0-19 jaar'],
        ['Jeugdige', 'vanaf 16 jaar'],
        ['Ouders', 'onbekend'],
        ['Ouders', 'vanaf 18 jaar'],
        ['Ouders', '6 tot 30 maanden'],
    ])('is content with consent of %s for %s', async (who, age) => {
        expect(await checkFor(CODE, consent(who, age))).toEqual([]);
    });

    it.each([
        ['Ouders', '0-19 jaar', 'warning', 'van 12 jaar en ouder'],
        ['Jeugdige', '8-18 jaar', 'warning', 'onder de 16 jaar'],
        ['Ouders', 'ongeveer 14 jaar', 'info', 'van 12 jaar en ouder'],
        ['Ouders', '16 tot 18 jaar', 'warning', 'is 16 jaar of ouder: dan stemt de jeugdige zelf in'],
    ])('asks more than consent of %s for %s', async (who, age, severity, says) => {
        const found = await checkFor(CODE, consent(who, age));
        expect(found.map((f) => [f.severity, f.message.nl])).toEqual([[severity, expect.stringContaining(says)]]);
    });

    it.each([
        ['Ouders, Jeugdige', '12 tot 18 jaar', 'holds', ''],
        ['Gezin', '0 tot 12 jaar', 'holds', ''],
        ['Gezin', '12 tot 18 jaar', 'undecided', 'of `Gezin` de ouders, de jeugdige of allebei is'],
        ['Broer', '12 tot 18 jaar', 'undecided', 'of `Broer` de ouders, de jeugdige of allebei is'],
        ['Gever', '12 tot 18 jaar', 'fails', 'dat is geen cliënt. Noem wie in het gezin toestemming geeft.'],
        ['Ouders', 'onbekend', 'undecided', ': de leeftijd van de doelgroep staat er niet in getallen.'],
    ])('says of consent of %s for %s what is missing to tell', async (who, age, outcome, reason) => {
        const more = 'rol Broer is cliënt\n    aanpak { stap S { door Gever }  einde E }';
        const text = consent(who, age).replace('rol Ouders', `${more}\n    rol Ouders`);
        const answers = answersOf(await link(text), services())[0]?.answers ?? [];
        const answer = answers.find((a) => a.code === CODE);
        expect(answer?.outcome).toBe(outcome);
        const reasons = answer?.reasons.map((r) => r.nl) ?? [];
        expect(reasons).toEqual(reason === '' ? [] : [expect.stringContaining(reason)]);
    });

    it('takes the ages from the settings', async () => {
        const limits = { ...DEFAULT_SETTINGS.limits };
        const settings = { limits: { ...limits, consentAges: { parentsBelow: 10, youngPersonFrom: 14 } } };
        const [finding] = await checkFor(CODE, consent('Ouders', '0 tot 12 jaar'), { settings });
        expect(finding?.message.nl).toContain('van 10 jaar en ouder');
    });

    it('does not accept consent of who is no client, but does accept an exception or an unknown', async () => {
        await expectFindings(CODE, handover(['geheimhouding toestemming van Ontvanger']), [
            {
                line: 6,
                says: /`Ontvanger` toestemming, maar dat is geen cliënt\. Noem wie in het gezin toestemming geeft\.$/,
            },
        ]);
        // who works on the case is not made a client by a fix; who does nothing else may be meant as one
        const [worker] = await checkFor(CODE, handover(['geheimhouding toestemming van Ontvanger']));
        expect(worker?.fixes).toEqual([]);
        const [other] = await checkFor(CODE, handover(['geheimhouding toestemming van Moeder'], ['rol Moeder']));
        expect(other?.fixes.map((f) => f.title.nl)).toEqual(['Zet `is cliënt` bij rol `Moeder`']);
        for (const line of ['geheimhouding uitzondering "Rechtstreeks betrokken"', 'geheimhouding onbekend']) {
            expect(await checkFor(CODE, handover([line]))).toEqual([]);
        }
    });
});

describe('the confirmation of a handover', () => {
    it('has a term of its own or that of the handover', async () => {
        const CODE = 'overdracht/bevestiging';
        expect(await checkFor(CODE, handover(['bevestiging door Ontvanger', 'termijn 2 weken']))).toEqual([]);
        expect(await checkFor(CODE, handover(['bevestiging plaatselijk']))).toEqual([]);
        await expectFindings(CODE, handover(['bevestiging door Gever binnen 1 week']), [
            { line: 6, says: '`Gever`, maar `Ontvanger` ontvangt' },
        ]);
    });

    it('has a fallback, unless nothing is known of it', async () => {
        const CODE = 'overdracht/terugval';
        expect(await checkFor(CODE, handover(['bevestiging onbekend']))).toEqual([]);
        expect(await checkFor(CODE, handover([]))).toEqual([]);
        await expectFindings(CODE, handover(['bevestiging door Ontvanger']), [{ line: 6, says: 'uitblijft' }]);
        expect(await checkFor(CODE, handover(['bevestiging door Ontvanger', 'bij uitblijven onbekend']))).toEqual([]);
    });
});

describe('what goes along with a handover', () => {
    const process = [
        'document Plan',
        'document Kaart',
        'aanpak {',
        '    stap S {',
        '        door Gever',
        '        levert Plan',
        '    }',
        '}',
    ];

    it('is made by some step, where steps make documents', async () => {
        const text = handover(['informatie Plan, Kaart'], process);
        const [finding] = await expectFindings('overdracht/informatie', text, [
            { line: 6, says: 'geen stap levert het' },
        ]);
        expect(finding && pointedAt(text, finding)).toBe('Kaart');
        expect(await checkFor('overdracht/informatie', handover(['informatie Plan'], process.slice(0, 2)))).toEqual([]);
    });

    it('is not missed where a step delivers what is open', async () => {
        const open = process.map((line) => line.replace('levert Plan', 'levert Plan  levert onbekend'));
        expect(await checkFor('overdracht/informatie', handover(['informatie Plan, Kaart'], open))).toEqual([]);
    });

    it('may carry its own ground', async () => {
        const grounded = ['document Plan {', '    grondslag "Publieke taak"', '}'];
        expect(await checkFor('overdracht/grondslag', handover(['informatie Plan'], grounded))).toEqual([]);
        expect(await checkFor('overdracht/grondslag', handover(['informatie Plan'], ['document Plan']))).toHaveLength(
            1,
        );
    });
});

describe('overdracht/ontvanger', () => {
    it('sees through who fills a role', async () => {
        const text = handover([], ['rol Regisseur vervuld door Gever', 'overdracht P van Regisseur naar Gever']);
        await expectFindings('overdracht/ontvanger', text, [{ line: 8, says: 'dezelfde persoon', severity: 'error' }]);
    });
});

describe('overdracht/te-vroeg', () => {
    const close = (count: string, meeting: string) =>
        handover([`gesprekken ${count} met Gever, Gezin, Ontvanger`, `sluit af na ${meeting}`]);

    it.each([
        ['precies 3', 'gesprek 2', 'error', 'er zijn 3 gezamenlijke gesprekken'],
        ['minstens 3', 'gesprek 2', 'error', 'er zijn 3 gezamenlijke gesprekken'],
        ['precies 2', 'gesprek 3', 'error', 'er zijn er 2'],
        ['minstens 2', 'gesprek 2', 'info', 'het aantal gesprekken is “minstens 2”'],
        ['diverse', 'gesprek 2', 'info', 'het aantal gesprekken is “diverse”'],
        ['bij voorkeur 3', 'gesprek 2', 'info', 'valt niet te zeggen'],
    ])('with %s meetings, closed after %s', async (count, meeting, severity, says) => {
        const found = await checkFor('overdracht/te-vroeg', close(count, meeting));
        expect(found.map((f) => [f.severity, f.message.nl])).toEqual([[severity, expect.stringContaining(says)]]);
    });

    it('counts joint meetings only, and asks nothing where the text leaves it open', async () => {
        const apart = handover([
            'gesprekken precies 2 met Gever, Gezin',
            'gesprekken precies 1 met Gever, Gezin, Ontvanger',
            'sluit af na gesprek 1',
        ]);
        for (const text of [
            apart,
            close('onbekend', 'gesprek 1'),
            close('precies 2', 'onbekend'),
            close('precies 2', '"het tweede gesprek"'),
        ]) {
            expect(await checkFor('overdracht/te-vroeg', text)).toEqual([]);
        }
    });

    it('counts every meeting where the number is beyond the joint ones, of any form of handover', async () => {
        const closed = (meeting: number, ...meetings: string[]) =>
            handover(['vorm schriftelijk', ...meetings, `sluit af na gesprek ${String(meeting)}`]);
        const apart = ['gesprekken precies 2 met Gever, Gezin'];
        const both = [...apart, 'gesprekken precies 1 met Gever, Gezin, Ontvanger'];
        const found = async (text: string) =>
            (await checkFor('overdracht/te-vroeg', text)).map((f) => [f.severity, f.message.nl]);
        expect(await found(closed(4, ...apart))).toEqual([['error', expect.stringContaining('er zijn er 2')]]);
        expect(await found(closed(4, ...both))).toEqual([['error', expect.stringContaining('er zijn er 3')]]);
        expect(await found(closed(2, ...both))).toEqual([['info', expect.stringContaining('na gesprek 2 van 3')]]);
        expect(await found(closed(3, ...both))).toEqual([]);
        expect(await found(closed(4, 'gesprekken hoogstens 3'))).toEqual([
            ['error', expect.stringContaining('er zijn er 3')],
        ]);
    });

    it('asks of a warm handover when the giver lets go', async () => {
        await expectFindings('overdracht/te-vroeg', handover(['vorm warm']), [
            { line: 5, says: 'Wanneer sluit de gever', severity: 'info' },
        ]);
        expect(await checkFor('overdracht/te-vroeg', handover(['vorm schriftelijk']))).toEqual([]);
    });
});

describe('the fix that adds a statement', () => {
    it.each([
        ['to a block over lines', handover(['vorm schriftelijk']), /\n {8}grondslag onbekend\n/],
        ['to a block without statements', handover([]), /\n {8}grondslag onbekend\n/],
        [
            'to a block on one line',
            handover([]).replace(/\{\n {4}\}/, '{ vorm schriftelijk }'),
            / \{ vorm schriftelijk {2}grondslag onbekend \}\n/,
        ],
        ['where there is no block', handover([]).replace(/ \{\n {4}\}/, ''), /\n {8}grondslag onbekend\n/],
        [
            'in a text with tabs and Windows line ends',
            handover(['vorm schriftelijk']).replaceAll('    ', '\t').replaceAll('\n', '\r\n'),
            /\r\n\t\tgrondslag onbekend\r\n/,
        ],
    ])('writes it %s', async (_, text, written) => {
        const [finding] = await checkFor('overdracht/grondslag', text);
        const mended = finding ? applyFix(text, finding) : text;
        expect(mended).toMatch(written);
        const after = await check(mended);
        expect(after.filter((f) => f.code === 'overdracht/grondslag' || f.code === 'meta/syntaxis')).toEqual([]);
    });
});

describe('what leaves room in a handover', () => {
    const handover = (...lines: string[]) =>
        `interventie X {
    doelgroep J "j" { leeftijd 0-18 jaar }
    rol Werker
    rol Hulp
    rol Ouders is cliënt
    overdracht H van Werker naar Hulp {
${lines.map((l) => `        ${l}`).join('\n')}
    }
}
`;
    const severities = async (code: string, ...lines: string[]) =>
        (await checkFor(code, handover(...lines))).map((f) => f.severity);

    it('is no error for the moment of closing', async () => {
        const CODE = 'overdracht/te-vroeg';
        expect(await severities(CODE, 'gesprekken precies 2', 'sluit af na gesprek 1')).toEqual(['error']);
        expect(await severities(CODE, 'gesprekken precies 2', 'sluit af na veelal gesprek 1')).toEqual(['info']);
        expect(await severities(CODE, 'gesprekken veelal precies 2', 'sluit af na gesprek 1')).toEqual(['info']);
        expect(await severities(CODE, 'gesprekken precies 2 met onbekend', 'sluit af na gesprek 1')).toEqual(['info']);
    });

    it('is no accusation for who consents', async () => {
        const CODE = 'overdracht/geheimhouding';
        expect(await severities(CODE, 'geheimhouding toestemming van Ouders')).toEqual(['warning']);
        expect(await severities(CODE, 'geheimhouding veelal toestemming van Ouders')).toEqual(['info']);
    });
});

describe('a document that a handover of a follow-up carries', () => {
    it('was made before, where it comes from what is continued', async () => {
        const text = (document: string) => `interventie Eerst {
    document Plan
    aanpak { stap S { levert Plan } }
}
interventie Daarna vervolg op Eerst {
    rol A
    rol B
    document Brief
    document Verslag
    aanpak { stap T { levert Brief } }
    overdracht H van A naar B { informatie ${document} }
}
`;
        const CODE = 'overdracht/informatie';
        expect(await checkFor(CODE, text('Plan'))).toEqual([]);
        expect((await checkFor(CODE, text('Verslag'))).map((f) => f.message.nl)).toEqual([
            expect.stringContaining('geen stap levert het'),
        ]);
    });
});

describe('a handover where the receiver only comes in by the side', () => {
    const text = (next: string, rest = '', inside = '') =>
        `interventie X {
    rol A
    rol B
    aanpak {
        stap P { door A  ${next} }
        ${rest}
        stap R { door B  daarna: Klaar }
        einde Klaar
    }
    overdracht O van A naar B { vanuit P  ${inside} }
}
`;

    it.each([
        ['een termijn', text('termijn 2 weken anders: R  daarna: Klaar')],
        ['een `altijd als`', text('daarna: Klaar', 'altijd als "nood": R')],
        ['een termijn of een `altijd als`', text('termijn 2 weken anders: R  daarna: Klaar', 'altijd als "nood": R')],
    ])('says that it is by %s', async (ways, source) => {
        await expectFindings('overdracht/van-naar', source, [
            { line: 10, says: `komt een gezin alleen door ${ways} bij een stap van \`B\``, severity: 'warning' },
        ]);
    });
});

describe('a handover of the work while another directs', () => {
    const text = (work: string, own: string) =>
        `interventie A {\n    rol Regisseur voert regie\n    rol Coach\n    rol Mentor\n    aanpak {\n        stap Plan { door Regisseur }\n        stap Hulp { door Coach }\n        stap Nazorg { door Mentor }\n        einde Klaar\n    }\n    overdracht Start van Regisseur naar Coach { vanuit Plan regie naar Regisseur }\n    overdracht Werk van Coach naar Mentor { vanuit Hulp ${work} }\n    ${own}\n}\n`;
    const DIRECTION = 'overdracht Regie van Regisseur naar Mentor { vanuit Hulp regie naar Mentor }';
    const told = async (source: string) => [
        ...(await checkFor('regie/continu', source)),
        ...(await checkFor('overdracht/van-naar', source)),
    ];

    it('passes direction on in a handover of the director', async () => {
        expect(await told(text('', DIRECTION))).toEqual([]);
        const [finding] = await told(text('regie naar Mentor', ''));
        expect(finding?.message.nl).toContain('een eigen overdracht: van `Regisseur` naar `Mentor`');
    });

    it('says that an earlier handover may be missing where the giver never gets direction', async () => {
        const never = text('regie naar Mentor', '');
        const [finding] = await told(never);
        expect(finding?.message.nl).toContain('`Coach` krijgt de regie nergens: op dat moment is die van `Regisseur`');
        expect(finding?.message.nl).toContain('van `Regisseur` naar `Coach`, met `regie naar Coach`');
        // who gets it somewhere else is told that it is with another now
        const elsewhere = never.replace(
            /}\n$/,
            'overdracht P van Mentor naar Coach { vanuit Nazorg  regie naar Coach }\n}\n',
        );
        const found = await checkFor('regie/continu', elsewhere);
        expect(found.map((f) => f.message.nl)).toEqual([
            expect.stringContaining('maar op dat moment voert niet `Coach`'),
        ]);
    });

    it('asks a giver who does not direct to know the family', async () => {
        const other = DIRECTION.replace('van Regisseur', 'van Ander');
        const found = await checkFor(
            'overdracht/van-naar',
            text('', other).replace('    rol Coach', '    rol Ander\n    rol Coach'),
        );
        expect(found.map((f) => f.message.nl)).toEqual([expect.stringContaining('maar stap `Hulp` is van `Coach`')]);
    });
});

describe('a document that comes from outside', () => {
    it('is asked of no step that it goes along', async () => {
        const text = (begin: string) =>
            `interventie A {\n    rol X\n    rol Y\n    document Overzicht "Verzuimoverzicht"\n    document Plan\n    aanpak {\n        stap S { door X ${begin} levert Plan }\n        stap T { door Y }\n        einde Klaar\n    }\n    overdracht O van X naar Y { vanuit S informatie Overzicht }\n}\n`;
        expect(await checkFor('overdracht/informatie', text('begint bij "Verzuimoverzicht"'))).toEqual([]);
        expect(await checkFor('overdracht/informatie', text(''))).toHaveLength(1);
    });
});

describe('a missing handover', () => {
    it('is not marked as unknown for the whole where other handovers are described', async () => {
        const text = (handover: string) =>
            `interventie A {\n    rol X\n    rol Y\n    rol Z\n    aanpak {\n        stap S { door X }\n        stap T { door Y }\n        stap U { door Z }\n        einde Klaar\n    }\n    ${handover}\n}\n`;
        const written = async (handover: string) =>
            (await checkFor('overdracht/ontbreekt', text(handover))).flatMap((f) =>
                f.fixes.flatMap((x) => x.edits.map((e) => e.newText.trim())),
            );
        expect(await written('')).toContain('overdracht onbekend');
        const beside = await written('overdracht O van X naar Y { vanuit S }');
        expect(beside).toHaveLength(1);
        expect(beside[0]).toContain('van Y naar Z');
    });
});

describe('a missing handover from a group without a name', () => {
    it('gets no mend that names it', async () => {
        const text = (name: string) =>
            `interventie A {\n    rol X\n    rol Y\n    aanpak {\n        naar keuze ${name} { stap S { door X } }\n        stap T { door Y }\n        einde Klaar\n    }\n}\n`;
        const written = async (name: string) =>
            (await checkFor('overdracht/ontbreekt', text(name))).flatMap((f) =>
                f.fixes.flatMap((x) => x.edits.map((e) => e.newText)),
            );
        expect(await written('')).toEqual([]);
        expect((await written('Eerst')).join()).toContain('vanuit Eerst');
    });
});

describe('a confirmation that stays out again', () => {
    const text = (absent: string) => `interventie A {
    rol Coach
    rol Werker
    rol Leider
    aanpak {
        stap Een { door Coach }
        stap Twee { door Werker daarna: Klaar }
        stap Bellen { door Coach daarna: Twee }
        stap Ingreep { door Leider daarna: Klaar }
        einde Klaar
    }
    overdracht O van Coach naar Werker {
        vanuit Een, Bellen
        bevestiging door Werker binnen 5 werkdagen
        ${absent}
    }
}
`;
    const CODE = 'overdracht/terugval';

    it('has a way of its own behind a way with a bound', async () => {
        const one = text('bij uitblijven: Bellen hoogstens 1 keer');
        const [finding] = await expectFindings(CODE, one, [{ line: 15, says: 'Schrijf erachter `, anders: …`' }]);
        const mended = finding ? applyFix(one, finding) : '';
        expect(mended).toContain('bij uitblijven: Bellen hoogstens 1 keer, anders: onbekend\n');
        await expectFindings(CODE, mended, []);
        await expectFindings(CODE, text('bij uitblijven: Bellen hoogstens 1 keer, anders: Ingreep'), []);
    });

    it('needs none where a case does not come to the handover again', async () => {
        await expectFindings(CODE, text('bij uitblijven: Ingreep hoogstens 1 keer'), []);
    });

    it('is told where `anders` has a bound too, or never holds', async () => {
        await expectFindings(CODE, text('bij uitblijven: Bellen hoogstens 1 keer, anders: Een hoogstens 2 keer'), [
            { line: 15, says: 'Laat `anders` leiden naar wat deze overdracht niet opnieuw doet' },
        ]);
        await expectFindings(CODE, text('bij uitblijven: Bellen, anders: Ingreep'), [
            { line: 15, says: 'Dit `anders` geldt nooit' },
        ]);
    });

    it('is named where a way back has no bound, or stands a second time', async () => {
        const back = text('bij uitblijven: Bellen');
        const [finding] = await expectFindings('lus/geen-grens', back, [
            { line: 15, says: 'Schrijf `bij uitblijven: Bellen hoogstens … keer, anders: …`' },
        ]);
        expect(finding && applyFix(back, finding)).toContain('bij uitblijven: Bellen hoogstens onbekend keer\n');
        await expectFindings(
            'meta/eenmaal',
            text('bij uitblijven: Bellen hoogstens 1 keer\n        bij uitblijven: Ingreep'),
            [{ line: 16, says: '`bij uitblijven: Bellen hoogstens 1 keer, anders: Ingreep`' }],
        );
    });
});

describe('a handover that lies on no way', () => {
    const steps = (handover: string) => `interventie A {
    rol R
    rol Q
    rol P
    aanpak {
        stap Een { door R }
        stap Twee { door Q }
        stap Drie { door P }
        einde Klaar
    }
    overdracht H ${handover}
}
`;

    it('shows of a giver who does not work there a course on which it hands over', async () => {
        const text = (next: string) => `interventie A {
    rol Melder
    rol Werker
    rol Ander
    gegeven gevaar: ja/nee
    aanpak {
        stap Intake { door Werker  bepaalt gevaar  daarna { als niet gevaar: ${next}  anders: Weg } }
        stap Plan { door Ander  daarna: Klaar }
        stap Rust { door Werker  daarna: Klaar }
        einde Klaar
        einde Weg
    }
    overdracht O van Melder naar Ander { vanuit Intake }
}
`;
        const shown = async (next: string) =>
            (await checkFor('overdracht/van-naar', text(next)))
                .find((f) => f.message.nl.includes('draagt `Melder` over'))
                ?.related?.map((r) => r.message.nl);
        expect(await shown('Plan')).toEqual(['Deze stap.', '1. Intake: gevaar is nee']);
        // where it never takes place, any on which the step is done
        expect(await shown('Rust')).toEqual(['Deze stap.', '1. Intake: gevaar is ja']);
    });

    it('tells that its giver does not work there either', async () => {
        const found = await checkFor('overdracht/van-naar', steps('van Q naar P { vanuit Een }'));
        expect(found.map((f) => [f.severity, f.message.nl])).toEqual(
            expect.arrayContaining([
                ['error', expect.stringContaining('draagt `Q` over, maar stap `Een` is van `R`')],
                [expect.any(String), expect.stringContaining('vindt nooit plaats')],
            ]),
        );
    });

    it('tells nothing of its giver where that works there', async () => {
        const found = await checkFor('overdracht/van-naar', steps('van R naar P { vanuit Een }'));
        expect(found.map((f) => f.message.nl)).toEqual([expect.not.stringContaining('over, maar stap')]);
    });
});

describe('overdracht/welk-einde', () => {
    it('asks for the end also where the handover takes place before aftercare as well', async () => {
        const text = (ends: string) => `interventie A {
    rol Werker
    rol Wijk
    gegeven goed: ja/nee
    aanpak {
        stap Een { door Werker  bepaalt goed  daarna { als goed: Nazorg  anders: Mislukt } }
        stap Nazorg { begint 3 maanden na O  door Werker  daarna: Geslaagd }
        einde Geslaagd
        einde Mislukt
    }
    overdracht O van Werker naar Wijk { vanuit Een  ${ends} }
}
`;
        const [finding] = await expectFindings('overdracht/welk-einde', text(''), [
            {
                line: 11,
                says: 'vóór `Nazorg`, en ook als een gezin vanuit `Een` bij `Mislukt` komt',
                severity: 'warning',
            },
        ]);
        expect(finding?.fixes?.map((f) => f.title.nl)).toEqual([
            'Voeg `naar einde Geslaagd` toe',
            'Voeg `naar einde Mislukt` toe',
            'Voeg `naar einde onbekend` toe',
        ]);
        for (const ends of ['naar einde Geslaagd', 'naar einde Mislukt']) {
            await expectFindings('overdracht/welk-einde', text(ends), []);
        }
    });
});

describe('a handover after which the giver only does aftercare', () => {
    const text = (nazorg: string, start = 'Wijk') => `
        rol Hulp
        rol Wijk
        interventie X "X" {
            aanpak {
                stap Begin { door ${start} met Hulp }
                stap Gesprek { door Hulp met Wijk }
                ${nazorg}
                einde Klaar { geslaagd }
            }
            overdracht NaarWijk van Hulp naar Wijk { vanuit Gesprek }
        }`;
    const step = 'stap Nabellen { door Hulp begint 3 maanden na NaarWijk }';

    it.each([
        ['in a step', 'Wijk', step],
        ['in a phase', 'Wijk', `fase Nazorg { ${step} }`],
        ['where the receiver has no step at all', 'Hulp', step],
    ])('takes place before what begins after it: %s', async (_, start, nazorg) => {
        expect(await checkFor('overdracht/van-naar', text(nazorg, start))).toEqual([]);
        const arrows = (await protocol(text(nazorg, start))).process?.arrows ?? [];
        expect(arrows.filter((a) => a.handovers.includes('NaarWijk')).map((a) => a.from)).toEqual(['Gesprek']);
    });

    it.each([
        ['in a step that does not say so', 'Wijk', 'stap Nabellen { door Hulp }'],
        ['in one that mostly does', 'Wijk', 'stap Nabellen { door Hulp begint veelal 3 maanden na NaarWijk }'],
    ])('does not take place otherwise, and is told how: %s', async (_, start, nazorg) => {
        const [found] = await checkFor('overdracht/van-naar', text(nazorg, start));
        expect(found?.message.nl).toContain('`begint … na NaarWijk`');
    });
});

it('overdracht/ontbreekt says that a handover elsewhere passes direction on as well', async () => {
    const text = (direction: string) => `interventie A {
        rol Gever voert regie
        rol Ontvanger
        aanpak {
            stap Een { door Gever }
            stap Twee { door Ontvanger }
            stap Drie { door Gever }
            stap Vier { door Ontvanger }
        }
        overdracht O van Gever naar Ontvanger { vanuit Een ${direction} }
        overdracht T van Ontvanger naar Gever { vanuit Twee }
    }`;
    const said = async (direction: string) =>
        (await checkFor('overdracht/ontbreekt', text(direction))).map((f) => f.message.nl).join();
    expect(await said('regie naar Ontvanger')).toContain('geeft ook de regie door, dan dus ook hier, aan `Ontvanger`');
    expect(await said('')).toContain('als zij ook hier is.');
    expect(await said('')).not.toContain('regie');
});

describe('who gives and works at the step before only if needed, may not be there', () => {
    const text = (door: string) =>
        `interventie P "P" {\nrol A\nrol B\nrol C\naanpak {\nstap Een { ${door} }\nstap Twee { door B }\neinde Klaar\n}\noverdracht Naar van A naar B { vanuit Een }\n}\n`;

    it.each([
        ['who alone does it, if needed', 'door zo nodig A'],
        ['who usually does it', 'door veelal A'],
        ['who comes along if needed', 'door C met zo nodig A'],
        ['who does an activity if needed', 'door C\nactiviteit zo nodig "Bellen" { door A }'],
    ])('%s', async (_, door) => {
        const found = await checkFor('overdracht/van-naar', text(door));
        expect(found.map((f) => `${f.severity} ${f.message.nl}`)).toEqual([
            expect.stringMatching(/^info Of `A` bij overdracht `Naar` kan overdragen, valt niet te zeggen: bij `Een`/),
        ]);
    });

    it.each(['door A', 'door C met A', 'door A met zo nodig C'])('who is there always does: %s', async (door) => {
        expect(await checkFor('overdracht/van-naar', text(door))).toEqual([]);
    });
});

it('who works, but does not direct, is named by the role that the text names first', async () => {
    const [found] = await checkFor(
        'regie/precies-een',
        `interventie P {
            rol Werker
            rol Toetser iemand anders dan Werker
            rol Invaller vervuld door Werker
            aanpak { stap A { door Werker }  stap B { door Toetser }  stap C { door Invaller }  einde Klaar }
        }`,
    );
    expect(found?.message.nl).toContain('werken `Werker` en `Toetser`');
});
