import type { Generator } from '../../language/generate/generator.js';
import { GENERATORS } from '../../language/generate/registry.js';
import { SITE } from '../../language/generate/site/site.js';
import { nearest } from '../../language/text/distance.js';
import { Complaint } from '../complaint.js';

/** The words that mean all outputs of each interventie; a site holds most of them once more, so it is asked for by name. */
const ALL = ['alles', 'all'];

/** What `--to` asks for. @throws Complaint for a name that is none */
export function chosenOutputs(to: string | undefined): {
    readonly generators: readonly Generator[];
    readonly site: boolean;
} {
    const names = (to ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
    const ids = [...GENERATORS.map(({ id }) => id), SITE.id];
    const choice = { nl: `Het kan zijn: ${ids.join(', ')}, of alles.`, en: `It can be: ${ids.join(', ')}, or all.` };
    if (names.length === 0) {
        throw new Complaint({
            nl: `Zeg met \`--to\` wat u wilt maken. ${choice.nl}`,
            en: `Say with \`--to\` what you want to make. ${choice.en}`,
        });
    }
    const unknown = names.find((name) => !ids.includes(name) && !ALL.includes(name));
    if (unknown !== undefined) {
        const near = nearest(unknown, [...ids, ...ALL]);
        throw new Complaint({
            nl: `\`${unknown}\` kan Draaiboek niet maken.${near ? ` Bedoelde u ${near}?` : ''} ${choice.nl}`,
            en: `Draaiboek cannot make \`${unknown}\`.${near ? ` Did you mean ${near}?` : ''} ${choice.en}`,
        });
    }
    return {
        generators: GENERATORS.filter(({ id }) => names.includes(id) || names.some((name) => ALL.includes(name))),
        site: names.includes(SITE.id),
    };
}
