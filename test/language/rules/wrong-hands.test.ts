import { describe, expect, it } from 'vitest';
import { applyFix, check, pointedAt } from '../rule-tester.js';

/** A course in which Werker makes a plan and Helper goes on; who hands over, to whom and where is to be filled in. */
const course = (handover: string, more = '') => `interventie X "X" {
rol Werker voert regie
rol Helper
rol Lid
rol Gezin is cliënt
gegeven hulp: ja/nee
aanpak {
stap Eerst { door Werker met Lid }
stap Plan { door Werker met Gezin  bepaalt hulp  daarna { als hulp: Hulp  anders: Klaar } }
stap Hulp { door Helper met Gezin  daarna: Klaar }
einde Klaar
}
overdracht Over ${handover} {
vorm warm
gesprekken precies 1 met Werker, Helper, Gezin
pas als hulp
bevestiging door Helper binnen 5 werkdagen
bij uitblijven "Werker belt"
regie naar Helper
${more}
}
}
`;

const ABOUT = /^(?:overdracht\/(?:van-naar|ontbreekt|bevestiging|warm-ontmoeting)|regie\/continu|stroom\/vastloper)/;
const about = async (text: string) => (await check(text)).filter((f) => ABOUT.test(f.code) && f.severity !== 'info');

describe('a slip in a handover', () => {
    it('is no slip where it is right', async () => {
        expect(
            (await about(course('van Werker naar Helper', 'vanuit Plan'))).map((f) => f.code + f.message.nl),
        ).toEqual([]);
    });

    it('of the receiver is told at the receiver, and what follows from it is not told', async () => {
        const text = course('van Werker naar Lid', 'vanuit Plan');
        const found = await about(text);
        expect(found.map((f) => [f.code, pointedAt(text, f)])).toEqual([['overdracht/van-naar', 'Lid']]);
        const [finding] = found;
        expect(finding?.message.nl).toContain('heeft ontvanger `Lid` geen stap na `Plan`; daar werkt `Helper`');
        expect(finding && (await about(applyFix(text, finding)))).toEqual([]);
    });

    it('of the giver is told at the giver, and nothing is mended that would make it last', async () => {
        const text = course('van Lid naar Helper', 'vanuit Plan');
        const found = await about(text);
        const offered = found.filter((f) => f.fixes.length > 0);
        expect(offered.map((f) => [f.code, pointedAt(text, f)])).toEqual([['overdracht/van-naar', 'Lid']]);
        const [finding] = offered;
        expect(finding && (await about(applyFix(text, finding)))).toEqual([]);
    });

    it('of the place is mended by writing another, wherever that is offered', async () => {
        const text = course('van Werker naar Helper', 'vanuit Eerst');
        const found = await about(text);
        expect(found.map((f) => f.code).sort()).toEqual(['overdracht/ontbreekt', 'overdracht/van-naar']);
        for (const finding of found) {
            expect(await about(applyFix(text, finding))).toEqual([]);
        }
    });

    it('is not what a handover to somebody outside is', async () => {
        const text = course('van Werker naar Buiten', 'vanuit Plan')
            .replace('rol Lid', 'rol Lid\nrol Buiten')
            .replace(/^(?:gesprekken|bevestiging|regie naar|vorm|bij uitblijven).*\n/gm, '');
        expect((await about(text)).map((f) => f.code)).not.toContain('overdracht/van-naar');
    });
});

describe('what is offered', () => {
    it('keeps the condition by which a repetition stops', async () => {
        const text = `interventie X "X" {\ngegeven a: ja/nee\naanpak {\nstap S { bepaalt a  herhaal tot a  daarna: K }\neinde K\n}\n}\n`;
        const [finding] = (await check(text)).filter((f) => f.code === 'lus/geen-grens');
        expect(finding && applyFix(text, finding)).toContain('herhaal hoogstens onbekend keer tot a ');
    });

    it('names each role that may direct, first who may decide and is filled by the giver', async () => {
        const text = course('van Werker naar Helper', 'vanuit Plan').replace(
            'rol Werker voert regie',
            'rol Werker\nrol Regisseur vervuld door Werker { doorzettingsmacht "Ja" }',
        );
        const [finding] = (await check(text)).filter((f) => f.code === 'regie/precies-een');
        expect(finding?.fixes.map((f) => f.title.nl)).toEqual([
            'Zet `voert regie` bij rol `Regisseur`',
            'Zet `voert regie` bij rol `Werker`',
        ]);
    });

    it('is not `begint bij` for a document that a handover passes on, where that cannot be written', async () => {
        const text = course('van Werker naar Helper', 'vanuit Plan\ninformatie D').replace(
            'rol Lid',
            'rol Lid\ndocument D',
        );
        const [finding] = (await check(text)).filter((f) => f.code === 'document/voor-productie');
        expect(finding?.message.nl).toContain('dat overdracht `Over` doorgeeft');
        expect(finding?.message.nl).not.toContain('begint bij');
    });
});
