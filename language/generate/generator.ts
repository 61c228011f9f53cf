import type { FileModel, Named, Place, Protocol } from '../model/protocol.js';
import type { Settings } from '../settings/settings.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import type { FilledIn, RefusedValues } from './local/fill-in.js';
import type { Template } from './documents/werkblad/template.js';

/** A file that a generator makes; it writes nothing itself. */
export interface OutputFile {
    /** relative to the folder of the interventie, with `/`; made safe for every file system */
    readonly path: string;
    readonly content: string | Uint8Array;
}

/** Something that the target cannot say, or that the protocol leaves open and the target needs. */
export interface Loss {
    /** name of the element */
    readonly element: string;
    readonly reason: Bilingual;
}

/** Which element of the protocol became what in the output. */
export interface Trace {
    readonly element: string;
    /** id in the output */
    readonly id: string;
    readonly file: string;
    readonly at: Place;
}

export interface Output {
    readonly files: readonly OutputFile[];
    readonly losses: readonly Loss[];
    readonly trace: readonly Trace[];
}

/** What other files say about an interventie. */
export interface Related {
    readonly reviews: FileModel['reviews'];
    readonly frameworks: FileModel['frameworks'];
    readonly scenarios: FileModel['scenarios'];
    /** the interventies that it continues (`vervolg op`), nearest first, whose elements it may name */
    readonly predecessors?: readonly Protocol[];
    /** the interventie that it works out locally (`uitwerking van`) */
    readonly refined?: Protocol;
    /** the interventies that work it out locally (`uitwerking van`) */
    readonly refinements?: readonly Protocol[];
    /** the other interventies, and the reviews and frameworks, in all files that were read: texts may name them */
    readonly others?: readonly Pick<Named, 'name' | 'title'>[];
    /** shared elements that those refer to, which the interventie itself may not see */
    readonly shared?: Pick<FileModel, 'sources' | 'concepts' | 'organisations' | 'roles'>;
}

export interface GenerateOptions {
    readonly settings: Settings;
    readonly language: Language;
    /** the file that the interventie stands in, for reviews and scenarios about it */
    readonly file: FileModel;
    /** reviews, frameworks and scenarios of all files that were read and that are about this interventie */
    readonly related: Related;
    /** mark the output as made despite errors */
    readonly forced: boolean;
    /** whether the file holds text that could not be read, so that what seems to be missing may stand there */
    readonly unread?: boolean;
    /** when the output is made, as the user says: ISO date; a clock is never asked */
    readonly date?: string;
    /** the form that the user gives for the werkblad, in place of the one that comes with it */
    readonly template?: Template;
    /** what a municipality filled in, where the protocol is given as it is there */
    readonly filledIn?: FilledIn;
    /** what each municipality of the settings fills in that cannot stand in the protocol; undefined where nobody looked */
    readonly refusedValues?: RefusedValues;
    /** makes a picture of points (PNG) of a drawing; undefined where the host has no such thing */
    readonly toPng?: (svg: string) => Uint8Array;
    /** how the file of a place is written in an output: a path from the folder of the protocol, never an absolute one */
    readonly pathOf: (fileUri: string) => string;
}

/**
 * Makes one kind of output from a protocol. Pure and deterministic: the same protocol and options give the same bytes.
 */
export interface Generator {
    /** as in `--to` */
    readonly id: string;
    readonly title: Bilingual;
    readonly summary: Bilingual;
    /** workflow outputs refuse when the protocol has errors, unless forced; documents never do */
    readonly refusesOnError: boolean;
    /** whether it asks for {@link GenerateOptions.toPng}, so that a host need not load that for others */
    readonly needsPoints?: boolean;
    /** whether it makes more of it where the host has {@link GenerateOptions.toPng}, and does without where not */
    readonly takesPoints?: boolean;
    /** whether it sets municipalities side by side, and asks for {@link GenerateOptions.refusedValues} */
    readonly comparesLocals?: boolean;
    /** whether it reads the names in texts (`[[Naam]]`) itself, or keeps them; for others they read as titles already */
    readonly readsNames?: boolean;
    readonly generate: (protocol: Protocol, options: GenerateOptions) => Output;
}
