import type { LocalValues } from './local-values.js';
import type { Severity } from '../rules/finding.js';
import type { Language } from '../text/bilingual.js';

/**
 * What `draaiboek.json` in a folder may say. Its JSON Schema is made from the same facts (schema.ts).
 * All of it is optional; {@link DEFAULT_SETTINGS} holds where it is silent.
 */
export interface Settings {
    /** severity for each rule's code; `off` switches it off */
    readonly rules: Readonly<Record<string, Severity | 'off'>>;
    readonly language: Language;
    /** further days off, ISO dates */
    readonly holidays: readonly string[];
    /** files with what municipalities fill in where a protocol says `plaatselijk`, one each */
    readonly local?: readonly string[];
    /** what those say, read by whoever reads files */
    readonly locals?: readonly LocalValues[];
    /** the one of those for which outputs are made that run */
    readonly municipality?: string;
    /** for each output what the protocol cannot know */
    readonly output: Readonly<Record<string, unknown>>;
    /** columns at which the formatter fills prose between triple quotes anew; without it prose keeps its lines */
    readonly wrap?: number;
    /** figures of forms and laws that rules use and a user may change */
    readonly limits: Limits;
}

/** The levels of recognition that differ in how long they hold; `effectief` is by first, good or strong indications. */
export type RecognitionLevel = 'goed-beschreven' | 'goed-onderbouwd' | 'effectief';

/** Figures that rules take from a form, a law or a standard. Not verified legal advice: data that a user can change. */
export interface Limits {
    /** words in the summary (form for recognition) */
    readonly summaryWords: number;
    /** years that a recognition of a level is valid (NJi and partners) */
    readonly recognitionYears: Readonly<Record<RecognitionLevel, number>>;
    /** studies needed for "effectief volgens eerste / goede / sterke aanwijzingen" */
    readonly studiesNeeded: Readonly<Record<'eerste' | 'goede' | 'sterke', number>>;
    /** age in years up to which parents consent alone, and from which the young person does */
    readonly consentAges: { readonly parentsBelow: number; readonly youngPersonFrom: number };
}

export const DEFAULT_SETTINGS: Settings = {
    rules: {},
    language: 'nl',
    holidays: [],
    output: {},
    limits: {
        summaryWords: 600,
        recognitionYears: { 'goed-beschreven': 3, 'goed-onderbouwd': 5, effectief: 5 },
        studiesNeeded: { eerste: 2, goede: 2, sterke: 2 },
        consentAges: { parentsBelow: 12, youngPersonFrom: 16 },
    },
};

/** Gives the settings that hold for a file; the host (tool, server) reads them from disk. */
export interface SettingsProvider {
    settingsFor(uri: string): Settings;
}
