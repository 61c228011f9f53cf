import type { LangiumDocument } from 'langium';
import { isSecrecy } from '../../../generated/ast.js';
import { isWorker } from '../../../analysis/people.js';
import { byName, clientsOf, isOwn, statementsOf } from '../../../model/queries.js';
import type { Place, Protocol, Role, Secrecy } from '../../../model/protocol.js';
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
        doubt: (protocol) => {
            const roles = byName(protocol.roles);
            const ages = agesOf(protocol);
            // of an adult target group beside a young client: who of both is it
            const isEither =
                ages.some((a) => a.low >= OF_AGE) && protocol.roles.some((r) => r.isClient && isYoung(wordsOf(r)));
            const open = protocol.handovers.filter(
                ({ secrecy }) => secrecy.length > 0 && !isDecided(secrecy, roles, ages.length > 0 && !isEither),
            );
            const { nl, en } = enumerate(open.map((h) => `\`${h.name}\``));
            return open.length === 0
                ? undefined
                : {
                      nl: `Wie er bij ${nl} naar leeftijd moet instemmen en of dat gebeurt, staat er niet zo dat het na te gaan is: de leeftijd van de doelgroep, wie de ouders of de jeugdige zijn, of de toestemming zelf is niet of in woorden gezegd.`,
                      en: `Who must consent by age in ${en} and whether that happens is not stated so that it can be checked: the age of the target group, who the parents or the young person are, or the consent itself is not said, or said in words.`,
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
            for (const { low, high, at, isExact } of ages) {
                const isMissing = (high > parentsBelow && !who.youngPerson) || (low < youngPersonFrom && !who.parents);
                if (!isMissing || low >= OF_AGE) {
                    continue;
                }
                const severity =
                    isExact && !consents.some((c) => c.modality ?? c.consentOfModality) ? 'warning' : 'info';
                const byAge = consents.length === 1 ? inWordsByAge(document, first, settings.limits.consentAges) : [];
                const related = [{ message: { nl: 'Deze leeftijd.', en: 'This age.' }, at }];
                if (high > parentsBelow && !who.youngPerson) {
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

/** Whether consent by age can be told from what a handover says: names that say who they are, or an exception only. */
function isDecided(secrecy: readonly Secrecy[], roles: ReadonlyMap<string, Role>, hasAges: boolean): boolean {
    const isFirm = secrecy.every((s) => !(s.modality ?? s.consentOfModality ?? s.consentOfValue ?? s.exceptionValue));
    const consents = secrecy.filter((s) => s.consentOf.length > 0);
    const others = secrecy.filter((s) => s.consentOf.length === 0);
    const who = consentersOf(consents, roles);
    const isEverybody = who?.parents === true && who.youngPerson;
    return (
        isFirm &&
        others.every((s) => s.exception !== undefined) &&
        (consents.length === 0 || isEverybody || (who !== undefined && hasAges && others.length === 0))
    );
}

/**
 * Who consents, as far as the names and titles of the roles say; undefined where one of them says neither parents nor
 * young person nor family, so that nothing can be concluded.
 */
function consentersOf(
    consents: readonly Secrecy[],
    roles: ReadonlyMap<string, Role>,
): { readonly parents: boolean; readonly youngPerson: boolean } | undefined {
    const words = consents.flatMap((c) => c.consentOf).map((r) => wordsOf(roles.get(r.name) ?? r));
    if (words.some((w) => !isFamily(w) && !isParent(w) && !isYoung(w))) {
        return undefined;
    }
    return {
        parents: words.some((w) => isFamily(w) || isParent(w)),
        youngPerson: words.some((w) => isFamily(w) || isYoung(w)),
    };
}

function isFamily(words: string): boolean {
    return /gezin(?!s)|familie|cli[eë]nt/.test(words);
}

function isParent(words: string): boolean {
    return /ouder|moeder|vader|verzorger|voogd|gezag/.test(words);
}

function isYoung(words: string): boolean {
    return /kind|jongere|jeugdige|puber|tiener|leerling/.test(words);
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
