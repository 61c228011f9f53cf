import type { Bilingual } from '../text/bilingual.js';

/** What each type of element is called, with its article: by its own type, or by a type that a reference asks for. */
const KINDS: Readonly<Record<string, Bilingual>> = {
    Concept: { nl: 'een begrip', en: 'a concept (`begrip`)' },
    Criterion: { nl: 'een criterium', en: 'a criterion (`criterium`)' },
    End: { nl: 'een einde', en: 'an end (`einde`)' },
    Escalation: { nl: 'een escalatie', en: 'an escalation (`escalatie`)' },
    Fact: { nl: 'een gegeven', en: 'a fact (`gegeven`)' },
    FactValue: { nl: 'een waarde', en: 'a value' },
    Factor: { nl: 'een factor', en: 'a factor (`factor`)' },
    Framework: { nl: 'een toetsingskader', en: 'a framework (`toetsingskader`)' },
    FrameworkIndicator: { nl: 'een indicator', en: 'an indicator (`indicator`)' },
    Goal: { nl: 'een doel', en: 'a goal (`doel`)' },
    Group: { nl: 'een groep stappen', en: 'a group of steps' },
    Guideline: { nl: 'een richtlijn', en: 'a guideline (`richtlijn`)' },
    Handover: { nl: 'een overdracht', en: 'a handover (`overdracht`)' },
    Indicator: { nl: 'een indicator', en: 'an indicator (`indicator`)' },
    Informant: { nl: 'een informant', en: 'an informant (`informant`)' },
    Intervention: { nl: 'een interventie', en: 'an intervention (`interventie`)' },
    Organisation: { nl: 'een organisatie', en: 'an organisation (`organisatie`)' },
    Phase: { nl: 'een fase', en: 'a phase (`fase`)' },
    ProtocolDocument: { nl: 'een document', en: 'a document (`document`)' },
    Research: { nl: 'een onderzoek', en: 'a study (`onderzoek`)' },
    Review: { nl: 'een beoordeling', en: 'a review (`beoordeling`)' },
    Role: { nl: 'een rol', en: 'a role (`rol`)' },
    Source: { nl: 'een bron', en: 'a source (`bron`)' },
    Step: { nl: 'een stap', en: 'a step (`stap`)' },
    Subgoal: { nl: 'een subdoel', en: 'a subgoal (`subdoel`)' },
    TargetGroup: { nl: 'een doelgroep', en: 'a target group (`doelgroep`)' },
    Theme: { nl: 'een thema', en: 'a theme (`thema`)' },
    Verdict: { nl: 'een oordeel', en: 'a verdict (`oordeel`)' },
    // types that a reference asks for and that several kinds of elements have
    Actor: { nl: 'een organisatie of rol', en: 'an organisation (`organisatie`) or role (`rol`)' },
    AnyGoal: { nl: 'een doel of subdoel', en: 'a goal (`doel`) or subgoal (`subdoel`)' },
    Citable: { nl: 'een bron of richtlijn', en: 'a source (`bron`) or guideline (`richtlijn`)' },
    Element: { nl: 'een onderdeel', en: 'an element' },
    FlowElement: {
        nl: 'een stap, fase, escalatie of einde',
        en: 'a step (`stap`), phase, escalation or end (`einde`)',
    },
    FlowOrHandover: { nl: 'een stap of overdracht', en: 'a step (`stap`) or handover (`overdracht`)' },
};

/** What an element of this type is called, with its article: "een rol". */
export function kindWithArticle(type: string): Bilingual {
    return KINDS[type] ?? { nl: 'een onderdeel', en: 'an element' };
}

/** The same without its article: "rol". */
export function kindName(type: string): Bilingual {
    const { nl, en } = kindWithArticle(type);
    return { nl: nl.replace(/^een /, ''), en: en.replace(/^an? /, '') };
}
