import type { Place, Protocol, ProtocolDocument } from '../../../model/protocol.js';
import { byName, isOpen, isOwn, statementsOf, textsOf } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { defineRule } from '../../rule.js';

/** What a document is called, or says to be (`soort`), that is the file which the JGZ keeps of a child. */
const FILE_OF_JGZ = /\bjgz[- ]?dossier\b|\bdossier (van de )?(jgz|jeugdgezondheidszorg)\b|\bdd[- ]?jgz\b/i;

/** Others keep one of that name too: it is that of the JGZ when the JGZ hands it over. */
const FILE_OF_CHILD = /kind[- ]?dossier\b/i;

/** The kinds of organisation (`soort`) between which such files travel. */
const WITHIN = /^(jgz|jeugdgezondheidszorg)$/i;

export const dossierBuitenJgz = defineRule({
    code: 'dossier/buiten-jgz',
    severity: 'error',
    title: { nl: 'Een JGZ-dossier blijft binnen de JGZ', en: 'A JGZ file stays within the JGZ' },
    reason: {
        nl: 'Het dossier dat de JGZ van een kind bijhoudt (Basisdataset JGZ) gaat alleen over tussen JGZ-organisaties. Een ander krijgt, met toestemming, een verslag of samenvatting. Een document geldt als JGZ-dossier als zijn naam, titel of `soort` dat zegt, of als het een kinddossier is dat de JGZ overdraagt; een organisatie hoort tot de JGZ met `soort jgz`.',
        en: 'The file that the JGZ keeps of a child (Basisdataset JGZ) passes between JGZ organisations only. Others get, with consent, a report or summary. A document counts as a JGZ file where its name, title or `soort` says so, or where it is a child’s file (kinddossier) that the JGZ hands over; an organisation is of the JGZ with `soort jgz`.',
    },
    noFix: {
        nl: 'Wat er in plaats van het dossier meegaat, of naar wie, is een keuze over het werk zelf.',
        en: 'What goes along instead of the file, or to whom, is a choice about the work itself.',
    },
    messages: {
        outside: {
            nl: 'Bij overdracht `{name}` gaat `{document}` naar `{to}` van {organisations}, buiten de JGZ. Draag een verslag of samenvatting over, of draag over aan een JGZ-organisatie.',
            en: 'In handover `{name}` `{document}` goes to `{to}` of {organisations}, outside the JGZ. Hand over a report or summary, or hand over to a JGZ organisation.',
        },
        undecided: {
            nl: 'Of `{document}` bij overdracht `{name}` binnen de JGZ blijft, valt niet te zeggen: van `{to}` staat niet bij wat voor organisatie die hoort. Schrijf `van …` achter de naam van de rol, en `soort …` in het blok van de organisatie.',
            en: 'Whether `{document}` stays within the JGZ in handover `{name}` cannot be decided: what kind of organisation `{to}` is of is not said. Write `van …` behind the name of the role, and `soort …` in the block of the organisation.',
        },
    },
    wrong: `
organisatie JGZ { soort jgz }
organisatie Wijkteam { soort jeugdhulp }
interventie Voorbeeld "Voorbeeld" {
    rol Jeugdarts van JGZ
    rol Hulpverlener van Wijkteam
    document Kinddossier "Het JGZ-dossier van het kind"
    overdracht NaarHulp van Jeugdarts naar Hulpverlener { informatie Kinddossier }
}
`,
    right: `
organisatie JGZ { soort jgz }
organisatie Wijkteam { soort jeugdhulp }
interventie Voorbeeld "Voorbeeld" {
    rol Jeugdarts van JGZ
    rol Hulpverlener van Wijkteam
    document Verslag "Een samenvatting voor het wijkteam"
    overdracht NaarHulp van Jeugdarts naar Hulpverlener { informatie Verslag }
}
`,
    checkProtocol: (protocol, report) => {
        const ofJgz = byName(protocol.documents.filter((d) => isCalled(d, FILE_OF_JGZ)));
        const ofChild = byName(protocol.documents.filter((d) => isCalled(d, FILE_OF_CHILD)));
        if (ofJgz.size + ofChild.size === 0) {
            return;
        }
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const isFromJgz = homeOf(protocol, handover.from?.name).isWithin === true;
            const files = handover.information
                .flatMap((i) => i.documents)
                .filter((d) => ofJgz.has(d.name) || (isFromJgz && ofChild.has(d.name)));
            const { isWithin, organisations, related } = homeOf(protocol, handover.to?.name);
            for (const file of isWithin ? [] : files) {
                report({
                    message: isWithin === false ? 'outside' : 'undecided',
                    at: file.at,
                    ...(isWithin === undefined && { severity: 'info' }),
                    parameters: {
                        name: handover.name,
                        document: file.name,
                        to: handover.to?.name ?? 'onbekend',
                        organisations: enumerate(organisations.map((o) => `\`${o}\``)),
                    },
                    related: related.map((at) => ({
                        message: { nl: 'Deze organisatie.', en: 'This organisation.' },
                        at,
                    })),
                });
            }
        }
    },
});

function isCalled(document: ProtocolDocument, name: RegExp): boolean {
    const kinds = statementsOf(document, 'soort').flatMap(textsOf);
    return [document.name, document.title ?? '', ...kinds].some((text) => name.test(text));
}

/** Whether a role is of the JGZ; `isWithin` is undefined where that is not said, or open. */
function homeOf(
    protocol: Protocol,
    name: string | undefined,
): { readonly isWithin?: boolean; readonly organisations: readonly string[]; readonly related: readonly Place[] } {
    const role = protocol.roles.find((r) => r.name === name);
    const all = byName(protocol.organisations);
    const organisations = role?.organisations.flatMap((o) => all.get(o.name) ?? []) ?? [];
    const kinds = organisations.map((o) => statementsOf(o, 'soort'));
    const isUnsaid =
        organisations.length === 0 ||
        kinds.some((k) => k.length === 0 || k.some((s) => s.values.some((v) => isOpen(v))));
    const isJgz = kinds.map((k) => k.flatMap(textsOf).some((text) => WITHIN.test(text)));
    return {
        ...(isUnsaid || (isJgz.includes(true) && isJgz.includes(false)) ? {} : { isWithin: !isJgz.includes(false) }),
        organisations: organisations.map((o) => o.name),
        related: organisations.map((o) => o.nameAt),
    };
}
