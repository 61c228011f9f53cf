/**
 * A form as data: its sections in order, and which parts of a protocol stand in each. Nobody needs to program to follow
 * another edition of a form, or that of another committee.
 */
export interface Template {
    /** of this format; changes only when a reader of the old one could not read the new one */
    readonly version: 1;
    /** of the form: "Werkblad beschrijving interventie" */
    readonly title: string;
    readonly english?: string;
    /** which edition of the form it follows, and how that is known */
    readonly follows: string;
    readonly followsInEnglish?: string;
    /** whether somebody laid it beside the form itself */
    readonly verified: boolean;
    readonly sections: readonly TemplateSection[];
    /** what the form has no place for, with why; all else that it does not name stands at the end */
    readonly leftOut?: readonly LeftOut[];
}

export interface TemplateSection {
    /** "1.3" */
    readonly number?: string;
    readonly title: string;
    readonly english?: string;
    /** what the form asks here; said where the protocol is silent */
    readonly ask?: string;
    /** how many words the form allows, those of the sections inside included */
    readonly words?: number;
    /**
     * What stands here: a keyword of an interventie (`werving`), a kind of element (`rol`), or a property of a kind of
     * element (`uitvoering.materiaal`), which then does not stand with the element itself.
     */
    readonly parts?: readonly string[];
    readonly sections?: readonly TemplateSection[];
}

export interface LeftOut {
    readonly part: string;
    readonly why: string;
    readonly whyInEnglish?: string;
}

/** Every part that a template names, wherever it stands in it. */
export function partsOf({ sections }: Pick<Template, 'sections'>): readonly string[] {
    return sections.flatMap((s) => [...(s.parts ?? []), ...partsOf({ sections: s.sections ?? [] })]);
}
