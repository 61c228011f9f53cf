import type { Ref } from '../../../model/protocol.js';
import { byName, isOwn, states } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

/** What has to be known of a document before it leaves somebody's hands. */
const NEEDED = ['bevat', 'vertrouwelijkheid', 'bewaartermijn'];

export const documentGegevens = defineRule({
    code: 'document/gegevens',
    severity: 'warning',
    title: {
        nl: 'Van een document dat wordt overgedragen staat wat erin staat, wie het mag zien en hoe lang het blijft',
        en: 'Of a document that is handed over it is said what it holds, who may see it and how long it is kept',
    },
    reason: {
        nl: 'De AVG (artikelen 5, 13 en 35) vraagt per verwerking welke gegevens het zijn, hoe vertrouwelijk zij zijn en hoe lang zij worden bewaard; een DPIA en een zaaksysteem vragen hetzelfde. Bij een overdracht moet de ontvanger het ook weten.',
        en: 'The GDPR (articles 5, 13 and 35) asks for each processing which data these are, how confidential and how long they are kept; a DPIA and a case system ask the same. In a handover the receiver has to know it as well.',
    },
    messages: {
        missing: {
            nl: 'Document `{name}` gaat mee bij overdracht `{handover}`, maar zegt niets over {missing}. Schrijf het in het blok van het document; wat u niet weet, is `onbekend`.',
            en: 'Document `{name}` goes along with handover `{handover}`, but says nothing about {missing}. Write it in the block of the document; what you do not know is `onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    document Gezinsplan "Het plan van het gezin"
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { informatie Gezinsplan }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    document Gezinsplan "Het plan van het gezin" {
        bevat gezinsgegevens
        vertrouwelijkheid zaakvertrouwelijk
        bewaartermijn 20 jaar
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { informatie Gezinsplan }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const documents = byName(protocol.documents);
        const handedOver = new Map<string, { readonly ref: Ref; readonly handover: string }>();
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            for (const ref of handover.information.flatMap((i) => i.documents)) {
                if (!handedOver.has(ref.name)) {
                    handedOver.set(ref.name, { ref, handover: handover.name });
                }
            }
        }
        for (const [name, { ref, handover }] of handedOver) {
            const found = documents.get(name);
            const missing = found ? NEEDED.filter((kind) => !states(found, kind)) : [];
            if (found && missing.length > 0) {
                const isHere = isOwn(found) && found.nameAt.file === document.uri.toString();
                report({
                    message: 'missing',
                    at: isHere ? found.nameAt : ref.at,
                    parameters: { name, handover, missing: enumerate(missing.map((m) => `\`${m}\``)) },
                    related: [{ message: { nl: 'Hier gaat het mee.', en: 'Here it goes along.' }, at: ref.at }],
                    fixes: insertStatement(
                        document,
                        found,
                        missing.map((m) => `${m} onbekend`),
                    ),
                    data: { missing },
                });
            }
        }
    },
});
