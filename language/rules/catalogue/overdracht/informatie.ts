import { beginsWith, byName, escalationsOf, isOwn, leavesOpen, stepsOf } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

export const overdrachtInformatie = defineRule({
    code: 'overdracht/informatie',
    severity: 'warning',
    title: {
        nl: 'Bij een overdracht staat welke informatie meegaat',
        en: 'A handover says which information goes along',
    },
    reason: {
        nl: 'I-PASS begint met wat de ontvanger moet weten: een samenvatting van de situatie. Een document dat meegaat, moet ergens gemaakt zijn.',
        en: 'I-PASS begins with what the receiver has to know: a summary of the situation. A document that goes along must have been made somewhere.',
    },
    messages: {
        none: {
            nl: 'Welke informatie gaat mee bij overdracht `{name}`? Schrijf daarin `informatie …` met documenten of een tekst, of `informatie onbekend`.',
            en: 'Which information goes along with handover `{name}`? Write `informatie …` with documents or a text in it, or `informatie onbekend`.',
        },
        'not-made': {
            nl: 'Document `{document}` gaat mee bij overdracht `{name}`, maar geen stap levert het. Schrijf `levert {document}` bij de stap die het maakt, of `begint bij "{document}"` bij een stap als het van buiten komt.',
            en: 'Document `{document}` goes along with handover `{name}`, but no step delivers it. Write `levert {document}` in the step that makes it, or `begint bij "{document}"` in a step if it comes from outside.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { vorm schriftelijk }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { informatie "Wat er speelt en wat er is afgesproken" }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const work = [...stepsOf(protocol.process), ...escalationsOf(protocol.process)];
        const delivered = new Set(
            work.flatMap((s) => [...s.delivers, ...s.activities.flatMap((a) => a.delivers)].map((d) => d.name)),
        );
        const documents = byName(protocol.documents);
        const continued = protocol.continues?.name;
        const isOpenWhat = work.some((s) => [s, ...s.activities].some((w) => leavesOpen(w, 'levert')));
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const { name } = handover;
            if (handover.information.length === 0) {
                const fixes = insertStatement(document, handover, 'informatie onbekend');
                report({ message: 'none', at: handover.nameAt, parameters: { name }, fixes });
            }
            // without steps that deliver anything the text does not say what comes from where
            for (const ref of delivered.size === 0 || isOpenWhat
                ? []
                : handover.information.flatMap((i) => i.documents)) {
                // what this one continues has made its documents
                const isOfBefore = continued !== undefined && documents.get(ref.name)?.inheritedFrom === continued;
                if (!delivered.has(ref.name) && !isOfBefore && !work.some((w) => beginsWith(w, ref.name, protocol))) {
                    report({ message: 'not-made', at: ref.at, parameters: { name, document: ref.name } });
                }
            }
        }
    },
});
