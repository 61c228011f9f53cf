import { createContext, type Context } from '../../document/context.js';
import type { Section } from '../../document/document.js';
import { chapter } from '../../document/element.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { line, part } from '../blocks.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';
import { documentsBySteps } from './documents.js';
import { factorChain, goalsBySteps } from './goals.js';
import { rolesBySteps } from './roles.js';
import { activitiesInTime } from './time.js';

/** Tables in which what belongs together meets: goals, factors, roles, documents and time, each with the steps. */
export const matricesGenerator = documentGenerator({
    id: 'matrices',
    title: { nl: 'Matrices', en: 'Matrices' },
    summary: {
        nl: 'Doelen, factoren, rollen (RASCI), documenten en tijd (SPIRIT), elk tegenover de stappen.',
        en: 'Goals, factors, roles (RASCI), documents and time (SPIRIT), each against the steps.',
    },
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const sections: readonly Section[] = [
            ...matrix(context, 'doelen', { nl: 'Doelen, stappen en indicatoren', en: 'Goals, steps and indicators' }, goalsBySteps(context)),
            ...matrix(context, 'factoren', { nl: 'Van factor naar werkzaam element', en: 'From factor to working element' }, factorChain(context)),
            ...matrix(context, 'rollen', { nl: 'Wie doet wat (RASCI)', en: 'Who does what (RASCI)' }, rolesBySteps(context)),
            ...matrix(context, 'documenten', { nl: 'Documenten en stappen', en: 'Documents and steps' }, documentsBySteps(context)),
            ...matrix(context, 'tijd', { nl: 'Activiteiten in de tijd (SPIRIT)', en: 'Activities in time (SPIRIT)' }, activitiesInTime(context)),
        ];
        const empty = part(context, 'leeg', { nl: 'Matrices', en: 'Matrices' }, [
            line(context, {
                nl: 'Het draaiboek noemt geen doelen, factoren of stappen die tegenover elkaar te zetten zijn.',
                en: 'The protocol names no goals, factors or steps that can be set against each other.',
            }),
        ]);
        const studies = new Set(protocol.research.map((r) => r.name));
        const model = framed(context, options, {
            kind: { nl: 'Matrices', en: 'Matrices' },
            sections: sections.length === 0 ? [empty] : sections,
            landscape: true,
            sources: 'all',
            // who did a study is not who does a step
            open: ({ what, element }) => SHOWN.has(what.replace(/ \(.*$/, '')) && !studies.has(element),
        });
        return { model, context };
    },
}); // prettier-ignore

function matrix(context: Context, id: string, title: Bilingual, blocks: Section['blocks']): Section[] {
    return chapter(context, `matrix-${id}`, title, blocks);
}

/** What stands in these tables; what else is open stands in the whole document. */
const SHOWN: ReadonlySet<string> = new Set([
    'doel', 'subdoel', 'werkt aan', 'indicator', 'norm', 'meting', 'moment', 'factor', 'beïnvloed door', 'werkzaam element', 'werkzaam element in',
    'door', 'met', 'vervuld door', 'van', 'naar', 'vereist', 'levert', 'informatie', 'duur', 'contacten',
]); // prettier-ignore
