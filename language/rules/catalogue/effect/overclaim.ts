import type { LangiumDocument } from 'langium';
import { statementsOf, textsOf } from '../../../model/queries.js';
import type { Effect, Goal, Subgoal } from '../../../model/goals.js';
import type { Contradiction, Place, Protocol, Statement } from '../../../model/protocol.js';
import type { Quantity } from '../../../model/values.js';
import { areAlike, contentWords, shareWords } from '../../../text/likeness.js';
import type { Bilingual } from '../../../text/bilingual.js';
import type { Fix } from '../../finding.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { inQuotes } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

/** Where a text judges the whole: only what it says to be reached is a claim. */
const JUDGING = ['oordeel', 'samenvatting'] as const;
const PROVED = /\b(aantoonbaar|aangetoond|aantoont|bewezen|bewijst)\b/i;
const REACHED =
    /\b(aantoonbaar|aangetoond|aantoont|bewezen|bewijst|bereikt|behaald|gerealiseerd|effectief|leid(?:t|de) tot|zorgt voor|resulteer(?:t|de) in)\b/i;
const LESS =
    /\b(niet|geen|nooit|nog|onvoldoende|onbekend|mogelijk|misschien|kan|kunnen|zou|zouden|beoogt|beoogd|wil|willen|moet|moeten|verwacht|verondersteld|of)\b/i;
/** What begins so says that there is none: `opbrengst "Geen effect op stress"`. */
const NONE = /^\s*(?:(?:er is|nog) )?geen (?:\p{L}+ )?(?:effect|verschil|verbetering|verandering)\b/iu;

/** Where a text claims something for the intervention. `biedt geen` and `niet primair doel` claim nothing. */
const CLAIMING = ['biedt', 'gericht op', 'opbrengst', 'sterk-punt'] as const;

/** As what something is named that says that there is a result already. */
const PROVEN: Bilingual = { nl: 'bewezen', en: 'proven' };
const REACHED_ALREADY: Bilingual = { nl: 'bereikt', en: 'reached' };
const RESULT: Bilingual = { nl: 'opbrengst', en: 'a result' };

/** What is said of an effect that nothing showed, by its outcome; `word` is how a contradiction calls it. */
const DOUBTS = {
    'not-shown': {
        nl: 'onderzoek toonde dat niet aan',
        en: 'research did not show it',
        word: 'niet aangetoond',
        related: { nl: 'Dit effect is niet aangetoond.', en: 'This effect was not shown.' },
    },
    'not-answered': {
        nl: 'of dat zo is, is niet beantwoord',
        en: 'whether it is has not been answered',
        word: 'niet beantwoord',
        related: { nl: 'Dit is niet beantwoord.', en: 'This has not been answered.' },
    },
    supposed: {
        nl: 'dat is verondersteld',
        en: 'it is only supposed',
        word: 'verondersteld',
        related: { nl: 'Dit is verondersteld.', en: 'This is supposed.' },
    },
} as const;

export const effectOverclaim = defineRule({
    code: 'effect/overclaim',
    severity: 'warning',
    title: {
        nl: 'Wat onderzoek niet aantoonde, wordt niet als doel of opbrengst voorgesteld',
        en: 'What research did not show is not presented as a goal or result',
    },
    reason: {
        nl: 'De databank van het NJi noemt bij Bemoeizorg “Doel: Verminderen problemen”, terwijl effecten op problemen niet zijn aangetoond. Ook een zin in `samenvatting` of `oordeel` die zegt dat het is bereikt of bewezen, telt. Is een effect `niet beantwoord` of `verondersteld`, dan mag het wel een doel zijn, en niet een `opbrengst` of iets wat bereikt of bewezen heet; wie daar minder stellig is (`opbrengst mogelijk "…"`), stelt het niet te mooi voor. Wie een doel of opbrengst noemt die onderzoek niet aantoonde, zegt dat erbij: met een `kanttekening` bij het doel, of met een `tegenspraak` die beide noemt; dan is het geen waarschuwing meer. Teksten worden op hun woorden vergeleken; een mens beslist of zij over hetzelfde gaan.',
        en: 'The NJi database says of Bemoeizorg “Doel: Verminderen problemen” (fewer problems), while effects on problems were not shown. A sentence of `samenvatting` or `oordeel` that says that it was reached or proven counts too. An effect that has not been answered (`niet beantwoord`) or is only supposed (`verondersteld`) may be a goal, and not an `opbrengst` or something that is called reached or proven; who is less firm (`opbrengst mogelijk "…"`) does not overclaim. Who names a goal or result that research did not show says so: with a `kanttekening` at the goal, or with a `tegenspraak` that names both; then it is no warning any more. Texts are compared by their words; a person decides whether they are about the same.',
    },
    messages: {
        goal: {
            nl: 'Onderzoek toonde {kind} `{name}` niet aan (effect “{effect}”). Zeg dat met een `kanttekening` bij het {kind} of een `tegenspraak`, of pas het doel aan.',
            en: 'Research did not show {kindEn} `{name}` (effect “{effect}”). Say so with a `kanttekening` at the goal or a `tegenspraak`, or change the goal.',
        },
        claim: {
            nl: '“{claim}” wordt hier als {what} genoemd, maar onderzoek toonde dat niet aan (effect “{effect}”). Leg dat vast met een `tegenspraak`, of haal het weg.',
            en: '“{claim}” is named here as {what}, but research did not show it (effect “{effect}”). Record it with a `tegenspraak`, or take it away.',
        },
        recorded: {
            nl: '“{claim}” wordt hier als {what} genoemd, en {doubt} (effect “{effect}”). De tekst legt dat vast als `tegenspraak`.',
            en: '“{claim}” is named here as {what}, and {doubtEn} (effect “{effect}”). The text records that as `tegenspraak`.',
        },
        'no-studies': {
            nl: 'Effect “{effect}” heet aangetoond op grond van nul studies. Schrijf op hoeveel studies het steunt, `op grond van onbekend`, of `niet beantwoord`.',
            en: 'Effect “{effect}” is said to be shown on the basis of no studies. Write how many studies support it, `op grond van onbekend`, or `niet beantwoord`.',
        },
        doubted: {
            nl: '“{claim}” wordt hier als {as} genoemd, maar {doubt} (effect “{effect}”). Leg dat vast met een `tegenspraak`, zeg het minder stellig, of haal het weg.',
            en: '“{claim}” is named here as {asEn}, but {doubtEn} (effect “{effect}”). Record it with a `tegenspraak`, be less firm, or take it away.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    kenmerk "Doel" "Verminderen van problemen"
    opbrengst "Minder schoolverzuim"
    effect "minder gezinsproblemen" niet aangetoond
    effect "schoolverzuim" verondersteld
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    kenmerk "Doel" "Ouders en hulpverleners zien dezelfde zorgen"
    opbrengst mogelijk "Minder schoolverzuim"
    effect "minder gezinsproblemen" niet aangetoond
    effect "schoolverzuim" verondersteld
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const effects = [
            ...protocol.effects,
            ...protocol.research.filter((r) => r.inheritedFrom === undefined).flatMap((r) => r.effects),
        ];
        for (const { basis, subject, outcome, at } of effects) {
            if (outcome === 'shown' && basis?.type === 'quantity' && isNone(basis)) {
                report({ message: 'no-studies', at, parameters: { effect: subject } });
            }
        }
        const inDoubt = effects
            .filter((e) => !e.modality && e.outcome in DOUBTS)
            .map((effect): InDoubt => ({ effect, words: contentWords(effect.subject) }));
        if (inDoubt.length === 0) {
            return;
        }
        for (const claim of claimsOf(protocol)) {
            const words = contentWords(claim.text);
            const effect = inDoubt.find(
                (e) => (e.effect.outcome === 'not-shown' || claim.reached !== undefined) && isAbout(e, claim, words),
            )?.effect;
            if (effect) {
                const doubt = DOUBTS[effect.outcome as keyof typeof DOUBTS];
                const isRecorded = protocol.contradictions.some((c) => records(c, claim, effect));
                report({
                    message: isRecorded
                        ? 'recorded'
                        : claim.goal
                          ? 'goal'
                          : effect.outcome === 'not-shown'
                            ? 'claim'
                            : 'doubted',
                    at: claim.at,
                    severity: isRecorded ? 'info' : 'warning',
                    parameters: {
                        kind: claim.what,
                        kindEn: claim.what === 'doel' ? 'goal' : 'subgoal',
                        what: claim.what,
                        name: claim.goal ?? '',
                        claim: claim.text,
                        effect: effect.subject,
                        as: claim.reached?.nl ?? '',
                        asEn: claim.reached?.en ?? '',
                        doubt: doubt.nl,
                        doubtEn: doubt.en,
                    },
                    fixes: isRecorded ? [] : saidSo(document, protocol, claim, effect),
                    related: [{ message: doubt.related, at: effect.at }],
                });
            }
        }
    },
});

/** Says at a goal, or in a contradiction, that research did not show it: the text says so itself at its effect. */
function saidSo(document: LangiumDocument, protocol: Protocol, claim: Claim, effect: Effect): readonly Fix[] {
    const notShown = `Onderzoek heeft dit niet aangetoond (effect: ${effect.subject}).`;
    const title = { nl: 'Schrijf de tegenspraak op', en: 'Write the contradiction down' };
    return claim.element
        ? insertStatement(document, claim.element, `kanttekening ${inQuotes(notShown)}`)
        : insertStatement(
              document,
              protocol,
              `tegenspraak "genoemd en ${DOUBTS[effect.outcome as keyof typeof DOUBTS].word}" tussen ${inQuotes(claim.text)} en ${inQuotes(effect.subject)}`,
          ).map((fix) => ({ ...fix, title }));
}

interface Claim {
    /** the goal, where it is one */
    readonly element?: Goal | Subgoal;
    /** its name, where it is a goal */
    readonly goal?: string;
    /** the keyword or the field of the record */
    readonly what: string;
    readonly text: string;
    /** as what it is named, where it says that there is a result already */
    readonly reached?: Bilingual;
    readonly at: Place;
}

function claimsOf(protocol: Protocol): readonly Claim[] {
    const goals = protocol.goals
        .filter((g) => g.inheritedFrom === undefined)
        .flatMap((goal) => [
            { element: goal, what: 'doel' },
            ...goal.subgoals
                .filter((s) => s.inheritedFrom === undefined)
                .map((element) => ({ element, what: 'subdoel' })),
        ])
        .filter(({ element }) => statementsOf(element, 'kanttekening').length === 0)
        .map(({ element, what }) => ({
            element,
            goal: element.name,
            what,
            text: element.title ?? '',
            at: element.nameAt,
        }));
    const labels = statementsOf(protocol, 'kenmerk').filter((s) =>
        /^(hoofd|sub)?doel(en|stelling)?\b/i.test(s.subject ?? ''),
    );
    const others = [...labels, ...statementsOf(protocol, ...CLAIMING)].flatMap((s) =>
        textsOf(s)
            .filter((text) => !NONE.test(text))
            .map((text) => ({
                what: s.subject ?? s.kind,
                text,
                at: s.at,
                ...(s.kind === 'opbrengst' && !s.modality && !LESS.test(text) ? { reached: RESULT } : {}),
            })),
    );
    return [...goals, ...others, ...statementsOf(protocol, ...JUDGING).flatMap(reachedIn)];
}

/** The sentences of a verdict or summary that say that something was reached; one with `niet` or `mogelijk` says less. */
function reachedIn(statement: Statement): readonly Claim[] {
    const { kind: what, at, modality } = statement;
    const sentences = modality ? [] : textsOf(statement).flatMap((t) => t.split(/(?<=[.!?;])\s+|\n{2,}/));
    return sentences
        .filter((s) => REACHED.test(s) && !LESS.test(s))
        .map((text) => ({ what, text: text.trim(), reached: PROVED.test(text) ? PROVEN : REACHED_ALREADY, at }));
}

function isNone({ high, numeral }: Quantity): boolean {
    return high === 0 || numeral === 'none';
}

interface InDoubt {
    readonly effect: Effect;
    readonly words: readonly string[];
}

function isAbout({ effect, words }: InDoubt, claim: Claim, claimWords: readonly string[]): boolean {
    return (
        (claim.goal !== undefined && effect.concerns.some((c) => c.name === claim.goal)) ||
        shareWords(words, claimWords)
    );
}

/** Whether a contradiction names the claim on one side and the effect on another. */
function records({ sides }: Contradiction, claim: Claim, effect: Effect): boolean {
    const about = (text: string) => (side: Contradiction['sides'][number]) => areAlike(side.text ?? '', text);
    const claimSide = sides.findIndex(
        (s) => (claim.goal !== undefined && s.element?.name === claim.goal) || about(claim.text)(s),
    );
    return claimSide >= 0 && sides.some((side, index) => index !== claimSide && about(effect.subject)(side));
}
