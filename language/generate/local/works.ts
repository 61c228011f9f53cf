import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../../draaiboek-module.js';
import type { ProtocolFile } from '../../generated/ast.js';
import type { LocalValues } from '../../settings/local-values.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { InterventionWork } from '../work.js';
import { fillIn, type FilledIn, type RefusedValues } from './fill-in.js';
import { municipalityOf } from './municipality.js';

/** An interventie as it is for one municipality. */
export interface LocalWork {
    readonly work: InterventionWork;
    readonly filledIn: FilledIn;
}

type WorkOfFile = InterventionWork & { readonly file: { readonly document: LangiumDocument<ProtocolFile> } };

/**
 * The interventies for which outputs that run are made, each for the municipality that is meant; one for which none is
 * meant is not in it.
 *
 * @param works of `workIn`, all of them
 * @param asked the municipality that the user names, before what the settings say
 */
export async function localWorks<Work extends WorkOfFile>(
    works: readonly Work[],
    services: DraaiboekServices,
    asked?: string,
): Promise<{ readonly local: ReadonlyMap<Work, LocalWork>; readonly problems: readonly Bilingual[] }> {
    const chosen = new Map<Work, LocalValues>();
    const problems = new Map<string, Bilingual>();
    for (const work of works) {
        const { local, problem } = municipalityOf(services.settings.settingsFor(work.model.file), asked);
        if (local) {
            chosen.set(work, local);
        }
        if (problem) {
            problems.set(problem.nl, problem);
        }
    }
    const files = [...new Set(works.map(({ file }) => file))];
    const local = new Map<Work, LocalWork>();
    for (const values of new Set(chosen.values())) {
        const made = await fillIn(files, services, values);
        works.forEach((work, index) => {
            const filled = made.works[index];
            if (filled && chosen.get(work) === values) {
                const { protocol, model, related, unread } = filled;
                const { folder } = work;
                // a scenario of the text may go otherwise with these values, which says nothing against them
                const errors = Math.min(filled.errors, work.errors);
                local.set(work, {
                    work: { protocol, model, related, errors, unread, folder },
                    filledIn: made.filledIn,
                });
            }
        });
    }
    return { local, problems: [...problems.values()] };
}

/**
 * What of each municipality of the settings cannot stand in the protocols, for what sets them side by side.
 *
 * @param works of `workIn`, all of them
 * @param made the same works for the municipalities that were filled in already
 */
export async function refusedIn(
    works: readonly WorkOfFile[],
    services: DraaiboekServices,
    made: ReadonlyMap<WorkOfFile, LocalWork>,
): Promise<RefusedValues> {
    const refused = new Map([...made.values()].map(({ filledIn }) => [filledIn.local, filledIn.unreadable]));
    const files = [...new Set(works.map(({ file }) => file))];
    for (const { model } of works) {
        for (const local of services.settings.settingsFor(model.file).locals ?? []) {
            if (!refused.has(local)) {
                refused.set(local, (await fillIn(files, services, local)).filledIn.unreadable);
            }
        }
    }
    return refused;
}
