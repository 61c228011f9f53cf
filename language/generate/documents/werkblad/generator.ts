import { documentGenerator } from '../document-generator.js';
import { buildWerkblad } from './build.js';

/** The form for recognition of interventions, see {@link buildWerkblad}. */
export const werkbladGenerator = documentGenerator({
    id: 'werkblad',
    title: { nl: 'Werkblad', en: 'Form for recognition' },
    summary: {
        nl: 'Het werkblad voor erkenning, met wat het draaiboek zegt op zijn plaats; in Word, HTML en Markdown.',
        en: 'The form for recognition, with what the protocol says in its place; in Word, HTML and Markdown.',
    },
    build: buildWerkblad,
});
