import { unprovedBecause } from '../../analysis/proofs.js';
import { notProposedInWords } from '../../simulate/not-proposed.js';
import { proposalsFor } from '../../simulate/propose.js';
import { isRefused } from '../../simulate/refusal.js';
import { scenarioText } from '../../simulate/scenario-text.js';
import { groupInWords, GROUP_KEYWORDS } from '../../model/unnamed-groups.js';
import type { Generator, Loss } from '../generator.js';
import { safeName } from '../paths.js';

/**
 * Proposed scenarios: cases that together reach every end, take every branch and confirm every handover, each run and found to go as it expects.
 * The file is text to choose from, not a protocol: its extension keeps it out of what is checked.
 */
export const scenariosGenerator: Generator = {
    id: 'scenarios',
    title: { nl: 'Voorgestelde scenario’s', en: 'Proposed scenarios' },
    summary: {
        nl: 'Scenario’s die samen bij elk einde komen, elke vertakking nemen en elke overdracht bevestigen, om uit te kiezen en na te kijken.',
        en: 'Scenarios that together reach every end, take every branch and confirm every handover, to choose from and to look over.',
    },
    refusesOnError: false,
    generate(protocol, { file, language, settings }) {
        const found = proposalsFor(protocol, settings.holidays);
        if (!found) {
            const because = unprovedBecause(protocol);
            const reason = {
                nl: `${because?.nl ?? protocol.name}, dus er is niets te doorlopen`,
                en: `${because?.en ?? protocol.name}, so there is nothing to run`,
            };
            return { files: [], losses: [{ element: protocol.name, reason }], trace: [] };
        }
        const { proposals, left, unnamed, complete } = found;
        const remark = {
            nl: 'Voorgesteld door Draaiboek; nog door niemand nagekeken.',
            en: 'Proposed by Draaiboek; nobody has looked it over yet.',
        };
        const texts = proposals.map((proposal, i) => {
            const { end } = proposal.run;
            const number = String(i + 1);
            if (isRefused(proposal.run)) {
                const refused = { nl: `Voorstel ${number}: geen toegang`, en: `Proposal ${number}: no access` };
                return scenarioText(protocol, refused[language], remark[language], proposal);
            }
            const by = proposal.goal?.nl === end ? undefined : proposal.goal;
            const title = {
                nl: `Voorstel ${number}: ${by ? `${by.nl}, ` : ''}${end === undefined ? 'tot waar het draaiboek niet verder gaat' : `tot ${end}`}`,
                en: `Proposal ${number}: ${by ? `${by.en}, ` : ''}${end === undefined ? 'to where the protocol goes no further' : `to ${end}`}`,
            };
            return scenarioText(protocol, title[language], remark[language], proposal);
        });
        const source = decodeURIComponent(file.file.split('/').at(-1) ?? '');
        const heading = {
            nl: `// Voorgestelde scenario’s: kijk ze na, en zet wat u houdt in een bestand .draaiboek naast ${source}. Dan doorloopt \`draaiboek test\` ze.`,
            en: `// Proposed scenarios: look them over, and put what you keep in a file .draaiboek beside ${source}. Then \`draaiboek test\` runs them.`,
        };
        const content = [heading[language], `gebruik "${source}"`, ...texts.map((t) => `\n${t}`), ''].join('\n');
        const path = `${safeName(protocol.name)}-scenarios.txt`;
        return {
            files: proposals.length === 0 ? [] : [{ path, content }],
            losses: [
                ...left.map(({ what, reason }): Loss => {
                    const why = notProposedInWords(reason);
                    return {
                        element: protocol.name,
                        reason: {
                            nl: `geen voorgesteld scenario komt langs ${what.nl}: ${why.nl}`,
                            en: `no proposed scenario comes through ${what.en}: ${why.en}`,
                        },
                    };
                }),
                ...unnamed.map((group): Loss => {
                    const said = groupInWords(group, protocol);
                    const named = `\`${GROUP_KEYWORDS[group.mode]} Naam { … }\``;
                    return {
                        element: protocol.name,
                        reason: {
                            nl: `een scenario kan niets zeggen van een groep zonder naam; geef ${said.nl} een naam: ${named}`,
                            en: `a scenario cannot say anything of a group without a name; name ${said.en}: ${named}`,
                        },
                    };
                }),
                ...(complete
                    ? []
                    : [
                          {
                              element: protocol.name,
                              reason: {
                                  nl: 'er zijn te veel mogelijke wegen om ze alle te bekijken',
                                  en: 'there are too many possible courses to look at all of them',
                              },
                          },
                      ]),
            ],
            trace: [],
        };
    },
};
