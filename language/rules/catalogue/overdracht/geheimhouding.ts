import type { LangiumDocument } from 'langium';
import { isSecrecy } from '../../../generated/ast.js';
import { isWorker } from '../../../analysis/people.js';
import { byName, clientsOf, isOwn, statementsOf } from '../../../model/queries.js';
import type { Place, Protocol, Role, Secrecy } from '../../../model/protocol.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { enumerate } from '../../../text/numbers.js';
import { stretchOf } from '../../../model/ages.js';
import { daysIn, type Quantity } from '../../../model/values.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import type { Fix } from '../../finding.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind, written } from '../../fixes/replace.js';
import { addClause } from '../../fixes/role-clause.js';
import { NO_HANDOVERS } from '../../proof.js';
import { defineRule } from '../../rule.js';
import type { Settings } from '../../../settings/settings.js';

/** The age at which somebody is of age, in years (Burgerlijk Wetboek 1:233). */
const OF_AGE = 18;

export const overdrachtGeheimhouding = defineRule({
    code: 'overdracht/geheimhouding',
    severity: 'warning',
    title: {
        nl: 'Bij een overdracht staat wie toestemming geeft, of welke uitzondering op de geheimhouding geldt',
        en: 'A handover says who consents, or which exception to secrecy holds',
    },
    reason: {
        nl: 'Jeugdhulpverleners (Jeugdwet 7.3.11) en de JGZ (WGBO, BW 7:457) geven informatie alleen door met toestemming, behalve aan wie rechtstreeks betrokken is en bij wettelijke plichten. Onder de 12 stemmen de ouders in, van 12 tot 16 ouders en jeugdige samen, vanaf 16 de jeugdige zelf (Jeugdwet 7.3.4 en 7.3.5, en de WGBO); deze leeftijden staan in de instellingen (`limits.consentAges`). Dit is geen juridisch advies.',
        en: 'Youth-care workers (Jeugdwet 7.3.11) and the JGZ (WGBO, BW 7:457) pass on information with consent only, except to who is directly involved and for legal duties. Under 12 the parents consent, from 12 to 16 parents and young person together, from 16 the young person (Jeugdwet 7.3.4 and 7.3.5, and the WGBO); these ages are settings (`limits.consentAges`). This is no legal advice.',
    },
    messages: {
        undecidedWho: {
            nl: 'Wie geeft toestemming voor overdracht `{name}`? Schrijf `geheimhouding toestemming van …`, of `geheimhouding uitzondering "…"`.',
            en: 'Who consents to handover `{name}`? Write `geheimhouding toestemming van …`, or `geheimhouding uitzondering "…"`.',
        },
        worker: {
            nl: 'Bij overdracht `{name}` geeft `{role}` toestemming, maar dat is geen cliënt. Noem wie in het gezin toestemming geeft.',
            en: 'In handover `{name}` `{role}` consents, who is no client. Name who in the family consents.',
        },
        'not-client': {
            nl: 'Bij overdracht `{name}` geeft `{role}` toestemming, maar dat is geen cliënt. Noem wie in het gezin toestemming geeft, of schrijf `is cliënt` achter de naam van de rol.',
            en: 'In handover `{name}` `{role}` consents, who is no client. Name who in the family consents, or write `is cliënt` behind the name of the role.',
        },
        'young-person': {
            nl: 'De doelgroep is er ook van {from} jaar en ouder: dan stemt de jeugdige zelf in. Noem bij overdracht `{name}` ook de jeugdige, of zeg het naar leeftijd in een tekst: `geheimhouding "…"`.',
            en: 'The target group includes ages from {from}: then the young person consents too. Name the young person in handover `{name}` as well, or say it by age in a text: `geheimhouding "…"`.',
        },
        'only-young-person': {
            nl: 'De doelgroep is {from} jaar of ouder: dan stemt de jeugdige zelf in. Noem bij overdracht `{name}` de jeugdige, of zeg het in een tekst: `geheimhouding "…"`.',
            en: 'The target group is {from} or older: then the young person consents. Name the young person in handover `{name}`, or say it in a text: `geheimhouding "…"`.',
        },
        parents: {
            nl: 'De doelgroep is er ook van onder de {until} jaar: dan stemmen de ouders in. Noem bij overdracht `{name}` ook de ouders, of zeg het naar leeftijd in een tekst: `geheimhouding "…"`.',
            en: 'The target group includes ages under {until}: then the parents consent. Name the parents in handover `{name}` as well, or say it by age in a text: `geheimhouding "…"`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doelgroep Jeugd "Jeugdigen" { leeftijd 0-18 jaar }
    rol Gezinswerker
    rol Hulpverlener
    rol Ouders is cliënt
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        geheimhouding toestemming van Ouders
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doelgroep Jeugd "Jeugdigen" { leeftijd 0-18 jaar }
    rol Gezinswerker
    rol Hulpverlener
    rol Ouders is cliënt
    rol Jeugdige is cliënt
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        geheimhouding toestemming van Ouders, Jeugdige
    }
}
`,
    asks: {
        question: {
            nl: 'Stemt bij elke overdracht in wie dat naar leeftijd moet, of geldt een uitzondering?',
            en: 'Does in every handover consent who must by age, or does an exception hold?',
        },
        lacks: ({ handovers }) => (handovers.length === 0 ? NO_HANDOVERS : undefined),
        doubt: (protocol, { settings }) => {
            const roles = byName(protocol.roles);
            const ages = agesOf(protocol);
            // of an adult target group beside a young client: who of both is it
            const isEither =
                ages.some((a) => a.low >= OF_AGE) && protocol.roles.some((r) => r.isClient && isYoung(wordsOf(r)));
            const isYoungAsked =
                ages.length === 0 || ages.some((a) => a.high > settings.limits.consentAges.parentsBelow);
            const open = protocol.handovers.flatMap(({ name, secrecy }) => {
                const lacking = secrecy.length > 0 ? lackingIn(secrecy, roles, { ages, isEither, isYoungAsked }) : [];
                return lacking.length > 0 ? [{ name, lacking }] : [];
            });
            const { nl, en } = enumerate(open.map((h) => `\`${h.name}\``));
            const lacking = new Map(open.flatMap((h) => h.lacking).map((l) => [l.nl, l]));
            return open.length === 0
                ? undefined
                : {
                      nl: `Of bij ${nl} instemt wie dat naar leeftijd moet, is niet na te gaan: ${[...lacking.keys()].join('; ')}.`,
                      en: `Whether in ${en} consents who must by age cannot be checked: ${[...lacking.values()].map((l) => l.en).join('; ')}.`,
                  };
        },
    },
    checkProtocol: (protocol, report, { document, settings }) => {
        const { parentsBelow, youngPersonFrom } = settings.limits.consentAges;
        const roles = byName(protocol.roles);
        const ages = agesOf(protocol);
        const hasClients = clientsOf(protocol.roles).size > 0;
        for (const handover of protocol.handovers) {
            const { name, secrecy } = handover;
            const heldBack = !isOwn(handover);
            if (secrecy.length === 0) {
                const fixes = insertStatement(document, handover, 'geheimhouding onbekend');
                report({ message: 'undecidedWho', at: handover.nameAt, parameters: { name }, fixes, heldBack });
                continue;
            }
            const consents = secrecy.filter((s) => s.consentOf.length > 0);
            for (const ref of hasClients ? consents.flatMap((s) => s.consentOf) : []) {
                const role = roles.get(ref.name);
                if (role?.isClient === false) {
                    const works = isWorker(protocol, role);
                    report({
                        message: works ? 'worker' : 'not-client',
                        at: ref.at,
                        parameters: { name, role: ref.name },
                        fixes: works ? [] : addClause(document, role, 'is cliënt'),
                        heldBack,
                    });
                }
            }
            const [first] = consents;
            // of a list that is not complete nobody knows who else consents
            const isWhole = secrecy.length === consents.length && consents.every((c) => !c.consentOfValue);
            const who = first && isWhole ? consentersOf(consents, roles) : undefined;
            if (!first || !who) {
                continue;
            }
            // of a family the young person may be meant as well
            const hasYoung = who.youngPerson || who.family.length > 0;
            for (const { low, high, at, isExact } of ages) {
                const isMissing = (high > parentsBelow && !hasYoung) || (low < youngPersonFrom && !who.parents);
                if (!isMissing || low >= OF_AGE) {
                    continue;
                }
                const severity =
                    isExact && !consents.some((c) => c.modality ?? c.consentOfModality) ? 'warning' : 'info';
                const byAge = consents.length === 1 ? inWordsByAge(document, first, settings.limits.consentAges) : [];
                const related = [{ message: { nl: 'Deze leeftijd.', en: 'This age.' }, at }];
                if (high > parentsBelow && !hasYoung) {
                    const isAlone = low >= youngPersonFrom;
                    report({
                        message: isAlone ? 'only-young-person' : 'young-person',
                        at: first.at,
                        severity,
                        parameters: { name, from: isAlone ? youngPersonFrom : parentsBelow },
                        related,
                        fixes: [...alsoBy(document, first, roles, isYoung), ...byAge],
                        heldBack,
                    });
                } else {
                    report({
                        message: 'parents',
                        at: first.at,
                        severity,
                        parameters: { name, until: youngPersonFrom },
                        related,
                        fixes: [...alsoBy(document, first, roles, isParent), ...byAge],
                        heldBack,
                    });
                }
            }
        }
    },
});

interface AskedByAge {
    readonly ages: readonly unknown[];
    /** whether the target group is of age, and the client may be a child */
    readonly isEither: boolean;
    /** whether somebody of the target group may have to consent besides the parents */
    readonly isYoungAsked: boolean;
}

/** What keeps it from being told whether who must consents by age; nothing where it can be told, or an exception holds. */
function lackingIn(secrecy: readonly Secrecy[], roles: ReadonlyMap<string, Role>, asked: AskedByAge): Bilingual[] {
    const isFirm = secrecy.every((s) => !(s.modality ?? s.consentOfModality ?? s.consentOfValue ?? s.exceptionValue));
    const consents = secrecy.filter((s) => s.consentOf.length > 0);
    const others = secrecy.filter((s) => s.consentOf.length === 0);
    const isStated = isFirm && others.every((s) => s.exception !== undefined);
    if (isStated && consents.length === 0) {
        return [];
    }
    const who = consentersOf(consents, roles);
    if (isStated && who?.parents === true && who.youngPerson && who.family.length === 0) {
        return [];
    }
    const { ages, isEither, isYoungAsked } = asked;
    const unclear = isYoungAsked && who?.youngPerson !== true ? (who?.family ?? []) : [];
    // of who is no client is told that, and not that it may be the parents
    const hasClients = [...roles.values()].some((r) => r.isClient);
    const unnamed = unclearIn(consents, roles).filter((n) => !hasClients || roles.get(n)?.isClient !== false);
    const names = enumerate((who ? unclear : unnamed).map((n) => `\`${n}\``));
    return [
        ...(isStated && (others.length === 0 || consents.length === 0) ? [] : [LACKING.consent]),
        ...(ages.length === 0 ? [LACKING.age] : []),
        ...(isEither ? [LACKING.either] : []),
        ...(names.nl === ''
            ? []
            : [
                  {
                      nl: `of ${names.nl} de ouders, de jeugdige of allebei is, zeggen naam en titel van de rol niet`,
                      en: `whether ${names.en} is the parents, the young person or both, name and title of the role do not say`,
                  },
              ]),
    ];
}

const LACKING = {
    consent: {
        nl: 'de toestemming zelf is open, in woorden gezegd, of hangt van een uitzondering af',
        en: 'the consent itself is open, said in words, or depends on an exception',
    },
    age: {
        nl: 'de leeftijd van de doelgroep staat er niet in getallen',
        en: 'the age of the target group is not stated in figures',
    },
    either: {
        nl: 'of de volwassen doelgroep of het kind de cliënt is, staat er niet',
        en: 'whether the adult target group or the child is the client is not stated',
    },
} satisfies Record<string, Bilingual>;

/** Who consents, as far as the names and titles of the roles say. */
interface Consenters {
    readonly parents: boolean;
    readonly youngPerson: boolean;
    /** the roles that are of the family, and do not say who of it */
    readonly family: readonly string[];
}

/** Undefined where a role says neither parents nor young person nor family, so that nothing can be concluded. */
function consentersOf(consents: readonly Secrecy[], roles: ReadonlyMap<string, Role>): Consenters | undefined {
    if (unclearIn(consents, roles).length > 0) {
        return undefined;
    }
    const names = consents.flatMap((c) => c.consentOf).map((r) => r.name);
    const words = names.map((name) => wordsOf(roles.get(name) ?? { name }));
    const isWhole = (w: string) => !isParent(w) && !isYoung(w);
    return {
        parents: words.some((w) => isWhole(w) || isParent(w)),
        youngPerson: words.some(isYoung),
        family: names.filter((_, i) => isWhole(words[i] ?? '')),
    };
}

/** The roles that say neither parents nor young person nor family. */
function unclearIn(consents: readonly Secrecy[], roles: ReadonlyMap<string, Role>): string[] {
    return consents
        .flatMap((c) => c.consentOf)
        .map((r) => r.name)
        .filter((name) => {
            const words = wordsOf(roles.get(name) ?? { name });
            return !isFamily(words) && !isParent(words) && !isYoung(words);
        });
}

function isFamily(words: string): boolean {
    return /gezin(?!s)|familie|cli[eë]nt/.test(words);
}

function isParent(words: string): boolean {
    return /ouder|moeder|vader|verzorger|voogd|gezag/.test(words);
}

function isYoung(words: string): boolean {
    return /kind|dochter|zoon|jongere|jeugdige|puber|tiener|leerling/.test(words);
}

/** The words by which a role says who it is. */
function wordsOf({ name, title = '' }: { readonly name: string; readonly title?: string }): string {
    return `${name} ${title}`.toLowerCase();
}

/** For each client that may be meant a fix by which it consents as well. */
function alsoBy(
    document: LangiumDocument,
    secrecy: Secrecy,
    roles: ReadonlyMap<string, Role>,
    isMeant: (words: string) => boolean,
): Fix[] {
    const node = nodeAt(document, secrecy.at, isSecrecy);
    const at = node && lastOf(document, node, ['roles']);
    const named = new Set(secrecy.consentOf.map((r) => r.name));
    const meant = [...roles.values()].filter((r) => r.isClient && !named.has(r.name) && isMeant(wordsOf(r)));
    return at ? meant.map((r) => addedBehind(at, `, ${written(r.name)}`)) : [];
}

/** The consent by age, in a text: a list of names asks for the consent of each of them, whatever the age. */
function inWordsByAge(document: LangiumDocument, secrecy: Secrecy, ages: Settings['limits']['consentAges']): Fix[] {
    const node = nodeAt(document, secrecy.at, isSecrecy);
    const last = node && lastOf(document, node, ['roles']);
    if (!last || (secrecy.modality ?? secrecy.consentOfModality)) {
        return [];
    }
    const [parents, young] = [String(ages.parentsBelow), String(ages.youngPersonFrom)];
    const text = `Onder de ${parents} jaar stemmen de ouders in, van ${parents} tot ${young} jaar ouders en jeugdige samen, vanaf ${young} jaar de jeugdige zelf.`;
    const at: Place = { file: last.file, range: { start: secrecy.at.range.start, end: last.range.end } };
    return [
        {
            title: { nl: 'Zeg het naar leeftijd, in een tekst', en: 'Say it by age, in a text' },
            edits: [{ at, newText: `geheimhouding "${text}"` }],
            safe: false,
        },
    ];
}

/** The stated ages of the target groups, in years; `high` is excluded. */
function agesOf(protocol: Protocol) {
    return [protocol, ...protocol.targetGroups]
        .flatMap((block) => statementsOf(block, 'leeftijd'))
        .flatMap((statement) =>
            statement.values
                .filter((v): v is Quantity => v.type === 'quantity')
                .flatMap((quantity) => {
                    const stretch = stretchOf({
                        ...quantity,
                        ...(quantity.bound === 'about' ? { bound: 'exactly' as const } : {}),
                    });
                    if (!stretch || stretch.from?.type === 'event' || stretch.until?.type === 'event') {
                        return [];
                    }
                    const year = daysIn('jaar') ?? 1;
                    const low = (stretch.from?.earliest ?? 0) / year;
                    const high = (stretch.until?.earliest ?? Number.POSITIVE_INFINITY) / year;
                    return [
                        { low, high, at: statement.at, isExact: quantity.bound !== 'about' && !statement.modality },
                    ];
                }),
        );
}
