const FACTS = 'gegeven a: ja/nee\ngegeven b: ja/nee\ngegeven n: aantal\ngegeven w: een van x, y, z\nrol R\nrol S';

/** An aanpak, and what stands beside it. */
const PARTS: Readonly<Record<string, readonly [aanpak: string, rest?: string]>> = {
    'a sequence with access': ['toegang als a of n minstens 3\nstap A\nstap B\neinde E'],
    'access that facts and people decide on': ['toegang als a\ntoegang als "het gezin wil het"\nstap A\neinde E'],
    'branches on facts': [
        `stap A { bepaalt a, n  daarna { als a: B  als n minstens 3: C  anders: E } }
         stap B { daarna: E }
         stap C { daarna: F }
         einde E
         einde F`,
    ],
    'words and what is not known': [
        `stap A { bepaalt w  daarna { als w is x: B  als a is onbekend: E  anders: F } }
         stap B { bepaalt a  daarna: A hoogstens 2 keer }
         einde E
         einde F`,
    ],
    'a bounded way with a handover that may not be confirmed': [
        `stap A { door R  daarna { als "nog eens": B hoogstens 1 keer  anders: E } }
         stap B { door S  daarna: A }
         stap C { door R  daarna: A }
         einde E`,
        'overdracht O van R naar S { vanuit A  bevestiging door S  bij uitblijven: C hoogstens 2 keer }',
    ],
    'names that every object of JavaScript has': [
        `stap constructor { door R  bepaalt toString  herhaal hoogstens 2 keer
           termijn 3 weken anders: isPrototypeOf  daarna { als toString: hasOwnProperty  anders: isPrototypeOf } }
         stap isPrototypeOf { door R  daarna: hasOwnProperty }
         stap hasOwnProperty { door R  herhaal hoogstens 1 keer }
         fase valueOf { stap _proto_ { door R }  stap __proto__ { door R  herhaal hoogstens 1 keer } }
         einde toLocaleString`,
        'gegeven toString: ja/nee',
    ],
    'questions that facts are called like': [
        `stap A { bepaalt a, A_verder  herhaal hoogstens 1 keer  daarna { als a: C  als "het kan": G  anders: D } }
         een van G { stap C { bepaalt G_keuze }  stap D }
         stap H { daarna { als A_verder en G_keuze: E  anders: F } }
         einde E
         einde F`,
        'gegeven A_verder: ja/nee\ngegeven A_nog_een_keer: ja/nee\ngegeven G_keuze: ja/nee',
    ],
    'branches that a person decides': [
        `stap A { daarna { als "het gaat goed": E  als "het gaat slecht": B  anders: F } }
         stap B { daarna { als "alsnog": E } }
         einde E
         einde F`,
    ],
    'repetition until a fact is known': [
        'stap A { bepaalt a  herhaal hoogstens 2 keer tot a  daarna { als a: E  anders: F } }\neinde E\neinde F',
    ],
    'repetition as often as people wish, of a step and of a group': [
        `stap A { herhaal hoogstens 2 keer }
         gelijktijdig G { herhaal hoogstens 1 keer  stap B  stap C }
         einde E`,
    ],
    'repetition until a person says so': ['stap A { herhaal hoogstens 2 keer tot "het is genoeg" }\neinde E'],
    'parallel parts with choices of their own': [
        `gelijktijdig G {
           stap A { bepaalt a  daarna { als a: A2  anders: A3 } }
           stap A2 { daarna: A3 }
           stap A3 { daarna: E }
           stap B { bepaalt b }
         }
         stap D { daarna { als b: E  anders: F } }
         einde E
         einde F`,
    ],
    'parallel phases': [
        `gelijktijdig G {
           fase P { stap P1 { bepaalt a }  stap P2 }
           fase Q { stap Q1 { pas als a is bekend }  stap Q2 }
         }
         einde E`,
    ],
    'one of': [
        'een van G { stap A  stap B { bepaalt a } }\nstap C { daarna { als a: E  anders: F } }\neinde E\neinde F',
    ],
    'as wished, in a loop': [
        `naar keuze G { stap A  stap B }
         stap C { bepaalt a  daarna { als a: E  anders: G hoogstens 1 keer } }
         einde E`,
    ],
    'a guard that is never met': ['stap A { bepaalt a }\nstap B { pas als a }\neinde E'],
    'a guard that other work meets': [
        'gelijktijdig G { stap A { bepaalt a }  stap B { pas als a is bekend } }\neinde E',
    ],
    'terms that run out': [
        `fase P { termijn 3 weken anders: F
           stap A { termijn 1 week anders: B }
           stap B { termijn 2 dagen anders: C }
           stap C
         }
         einde E
         einde F`,
    ],
    'escalations, forced and decided': [
        `stap A { bepaalt a }
         stap B
         escalatie X door R { vanuit A  als niet a  daarna: E }
         escalatie Y door R { vanuit A, B  als "het loopt vast"  daarna { als a: B hoogstens 1 keer  anders: F } }
         einde E
         einde F`,
    ],
    'escalations, forced by what comes last in its whole': [
        `fase P { stap A { bepaalt a }  stap A2 { bepaalt b } }
         een van G { stap B { bepaalt a }  fase H { stap C { bepaalt b } } }
         stap D { daarna: E }
         escalatie X door R { vanuit A2  als b  daarna: G }
         escalatie Y door R { vanuit B, C  als niet b  daarna: D }
         einde E`,
    ],
    'work that begins some time after other work': [
        `stap A { door R  bepaalt a }
         stap B { door R  begint 4 weken na A  daarna { als a: C  anders: D } }
         stap C { door S  begint 2 maanden na D  begint 10 werkdagen na begin van A  daarna: E }
         stap D { door S  begint 3 tot 4 maanden na aanmelding  daarna { als "nog eens": B hoogstens 1 keer  anders: E } }
         escalatie X door R { vanuit D  als "het loopt vast"  daarna: E }
         einde E`,
    ],
    'interruptions by facts': [
        `gelijktijdig G { stap A { bepaalt a }  stap B { bepaalt b } }
         stap C { daarna: E }
         altijd als a: X
         stap X { daarna: F }
         altijd als b: Y, hervat daarna
         stap Y
         einde E
         einde F`,
    ],
    'interruptions by what they lead to itself': [
        `stap A { bepaalt a, b }
         stap B { bepaalt a, b }
         altijd als a: G
         gelijktijdig G { daarna: E  stap C { bepaalt a }  fase P { stap D { bepaalt a }  stap D2 } }
         altijd als b: Y, hervat daarna
         stap Y { bepaalt b }
         einde E`,
    ],
    'interruptions that may happen so often at most': [
        `altijd als a: Bellen hoogstens 1 keer
         altijd als b: Melden hoogstens 2 keer
         stap Les { bepaalt a, b }
         stap Les2 { bepaalt a  daarna: E }
         stap Bellen { daarna: Les }
         stap Melden { daarna: Les2 }
         einde E`,
    ],
    'an interruption that resumes, and may happen so often at most': [
        `altijd als a: Even hoogstens 1 keer, hervat daarna
         stap Les { bepaalt a }
         stap Les2 { bepaalt a  daarna: E }
         stap Even
         einde E`,
    ],
    'interruptions that people decide': [
        `stap A
         stap B { bepaalt a  daarna { als a: E  anders: F } }
         altijd als "het is onveilig": X
         stap X { daarna: F }
         altijd als "even rust": Y, hervat daarna
         stap Y
         einde E
         einde F`,
    ],
    'handovers that are not confirmed': [
        `stap A { door R  bepaalt a  daarna { als a: B  anders: A hoogstens 1 keer } }
         stap B { door S  daarna: E }
         escalatie X door R { vanuit B  als "vast"  daarna: A hoogstens 1 keer }
         einde E`,
        'overdracht H van R naar S { vanuit A  pas als a  bij uitblijven: A hoogstens 1 keer }',
    ],
    'a choice among handovers': [
        `stap A { door R  daarna { als "ja": B  anders: C } }
         stap B { door S  daarna: E }
         stap C { door S  daarna: F }
         einde E
         einde F`,
        'overdracht H van R naar S { vanuit A  bij uitblijven: F }',
    ],
    'what comes next is not known': ['stap A { bepaalt a  daarna { als a: E  anders: onbekend } }\neinde E'],
    'conditions that are not known': ['stap A { daarna { als onbekend: E  anders: F } }\neinde E\neinde F'],
    'a phase with a term and an escalation of the whole': [
        `fase P { termijn 3 weken anders: F
           stap A { door R  bepaalt a }
           gelijktijdig G { stap B { door R }  stap C { door S  bepaalt b } }
         }
         stap D { daarna: E }
         escalatie X door S { vanuit P  als "het loopt vast"  daarna { als b: D  anders: P hoogstens 1 keer } }
         einde E
         einde F`,
    ],
    'a group with a term, in parallel with other work': [
        `gelijktijdig G {
           fase P { termijn 1 week anders: D  stap A  stap B }
           stap C { bepaalt a }
         }
         stap D { daarna { als a: E  anders: F } }
         einde E
         einde F`,
    ],
    'a phase that is repeated, with a way out of it': [
        `fase P { herhaal hoogstens 2 keer tot a
           termijn 3 maanden anders: F
           stap A { bepaalt a, b  daarna { als b: D  anders: B } }
           stap B
         }
         stap D { daarna: E }
         einde E
         einde F`,
    ],
    'groups that are repeated': [
        `een van G { herhaal hoogstens 1 keer  stap A  stap B }
         naar keuze H { herhaal tot a, hoogstens 2 keer  stap C { bepaalt a }  stap D }
         fase P { herhaal hoogstens 1 keer  stap Q  stap T }
         einde E`,
    ],
    'a group that is repeated in a phase that may be left': [
        `fase P { termijn 2 maanden anders: F
           gelijktijdig G { herhaal hoogstens 1 keer tot "het is genoeg"  stap A { bepaalt a }  stap B }
           stap C { daarna { als a: E  anders: G hoogstens 1 keer } }
         }
         einde E
         einde F`,
    ],
    'bounded terms and escalations': [
        `stap A { termijn 1 week anders: A hoogstens 2 keer }
         stap B { bepaalt a  termijn 2 weken anders: A hoogstens 1 keer  daarna { als a: E  anders: B hoogstens 1 keer } }
         escalatie X door R { vanuit A, B  als "vast"  binnen 2 dagen  termijn 3 dagen anders: F  daarna: B }
         einde E
         einde F`,
    ],
    'a term of work that waits': [
        `gelijktijdig G { stap A { bepaalt a }  stap B { pas als a  termijn 1 week anders: F } }
         einde E
         einde F`,
    ],
    'a term of work that waits, which leads back to it': [
        `gelijktijdig G { stap A { bepaalt a }  stap B { pas als a  termijn 1 week anders: B hoogstens 1 keer } }
         einde E`,
    ],
    'a term whose consequence is not known': ['stap A { termijn 1 week anders: onbekend }\nstap B\neinde E'],
    'interruptions that end all, of what waits and of parallel phases': [
        `gelijktijdig G {
           fase P { termijn 3 weken anders: F  stap A { bepaalt a }  stap A2 }
           stap B { bepaalt b  pas als a is bekend }
         }
         stap C { daarna: E }
         altijd als b en niet a: X
         stap X { bepaalt a  daarna { als a: C  anders: F } }
         altijd als "weg": Y
         stap Y { daarna: F }
         einde E
         einde F`,
    ],
    'an interruption that comes again in the phase with a term that it leads back into': [
        `altijd als a: Melden hoogstens 2 keer
         fase T { termijn 2 maanden anders: B
           stap C { bepaalt a, b  daarna { als b: E  anders: B } }
         }
         stap B { daarna: F }
         stap Melden { daarna: C }
         einde E
         einde F`,
    ],
    'interruptions that come again in parallel work': [
        `altijd als a: X hoogstens 2 keer
         altijd als b: Y hoogstens 1 keer
         gelijktijdig G { fase P { termijn 2 weken anders: F  stap A { bepaalt a } }  stap B { bepaalt b } }
         stap C { daarna: E }
         stap X { daarna: G }
         stap Y { daarna: G }
         einde E
         einde F`,
    ],
    'interruptions that resume, while work waits, repeats and is parallel': [
        `gelijktijdig G {
           stap A { bepaalt a  herhaal hoogstens 1 keer }
           fase P { termijn 1 week anders: F  stap B { pas als a is bekend }  stap B2 { bepaalt b } }
         }
         stap C { daarna { als b: E  anders: F } }
         altijd als b: Y, hervat daarna
         stap Y
         einde E
         einde F`,
    ],
    'an interruption that resumes or ends': [
        `stap A { bepaalt a }
         stap B
         altijd als a: Y, hervat daarna
         stap Y { bepaalt b  daarna { als b: F  anders: Z } }
         stap Z
         einde E
         einde F`,
    ],
    'two interruptions that resume, decided by people': [
        `stap A
         stap B
         altijd als "even rust": Y, hervat daarna
         stap Y { termijn 1 week anders: Z }
         stap Z
         altijd als "het is onveilig": X
         stap X { daarna: F }
         einde E
         einde F`,
    ],
    'a warm handover with a meeting, a term and a way back': [
        `stap A { door R  daarna: B }
         stap B { door S  bepaalt a  daarna { als a: E  anders: A hoogstens 1 keer } }
         stap C { door R  daarna: F }
         einde E
         einde F`,
        `overdracht H van R naar S { vanuit A  vorm warm  gesprekken 1 met R, S
           bevestiging door S binnen 2 werkdagen  bij uitblijven: C }`,
    ],
    'handovers in parallel work, behind a phase and behind an escalation': [
        `fase P { stap A { door R  bepaalt a }  stap A2 { door R } }
         gelijktijdig G { stap B { door S  termijn 1 week anders: F }  stap C { door R } }
         stap D { door R  daarna: E }
         escalatie X door R { vanuit G  als "vast"  daarna: D }
         einde E
         einde F`,
        `overdracht H van R naar S { vanuit P  vorm warm  bevestiging door S binnen 1 week  bij uitblijven: D }
         overdracht I van S naar R { vanuit G  pas als a  bevestiging door R  bij uitblijven: F }`,
    ],
    'choices within choices': [
        `een van G {
           naar keuze H { stap A  fase P { stap B  stap C { bepaalt a } } }
           gelijktijdig I { een van J { stap D  stap K }  stap L }
         }
         stap M { daarna { als a: E  anders: F } }
         einde E
         einde F`,
    ],
    'a choice with a term and an escalation': [
        `een van G { termijn 1 week anders: F  stap A  stap B { bepaalt a } }
         naar keuze H { stap C  stap D  termijn 2 weken anders: F }
         escalatie X { vanuit G, H  als "vast"  daarna: F }
         einde E
         einde F`,
    ],
    'a repeated phase that is left by the side and entered anew': [
        `fase P { herhaal hoogstens 1 keer
           stap A { bepaalt a  daarna { als a: D  anders: B } }
           stap B
         }
         stap C { daarna: E }
         stap D { bepaalt b  daarna { als b: P hoogstens 1 keer  anders: B hoogstens 1 keer } }
         einde E`,
    ],
    'a repeated group with a term, entered anew by its own term': [
        `gelijktijdig G { herhaal hoogstens 1 keer tot "het is genoeg"  termijn 1 week anders: G hoogstens 1 keer
           stap A
           stap B
         }
         einde E`,
    ],
    'groups that are repeated within a phase that is repeated': [
        `fase P { herhaal hoogstens 1 keer
           een van G { herhaal hoogstens 1 keer  stap A  stap B { bepaalt a  daarna { als a: C  anders: E } } }
           stap C
         }
         einde E`,
    ],
    'a phase that waits for other work, and one that is done by it': [
        `gelijktijdig G {
           fase P { pas als a is bekend  stap A  stap A2 }
           fase Q { klaar als a  stap B }
           stap C { bepaalt a  herhaal hoogstens 1 keer }
         }
         einde E`,
    ],
    'groups that wait, to begin and to be done': [
        `gelijktijdig G {
           gelijktijdig H { pas als a  stap A  stap A2 }
           een van I { klaar als a is bekend  stap B  stap B2 }
           naar keuze J { pas als a is bekend  klaar als b is bekend  herhaal hoogstens 1 keer  stap C  stap C2 }
           stap D { bepaalt a  herhaal hoogstens 1 keer }
           stap D2 { bepaalt b }
         }
         einde E`,
    ],
    'phases that are come into by the side, and wait for it': [
        `gelijktijdig G {
           fase P {
             stap A { daarna { als "naar C": C  anders: A2 } }
             stap A2 { daarna: Q }
             fase Q { pas als a
               stap B
               fase R { pas als b  stap C  stap D { daarna { als "nog eens": A hoogstens 1 keer  anders: F } } }
             }
             stap F
           }
           stap H { bepaalt a }
           stap H2 { bepaalt b }
         }
         einde E`,
    ],
    'a phase and a group with a term, that wait': [
        `gelijktijdig G {
           fase P { pas als a  termijn 1 week anders: Q  stap A }
           fase Q { klaar als b  termijn 2 weken anders: F  stap B  stap B2 { daarna: A hoogstens 1 keer } }
           stap C { bepaalt a }
           stap D { bepaalt b }
         }
         einde E
         einde F`,
    ],
    'a phase that waits, with a choice behind it, while work is interrupted': [
        `gelijktijdig G {
           fase P { pas als a  klaar als b  stap A  daarna { als "goed": A2  anders: A3 } }
           stap A2 { daarna: E }
           stap A3 { daarna: F }
           stap C { bepaalt a, b  herhaal hoogstens 1 keer }
         }
         altijd als "nood": Z
         stap Z { daarna: F }
         einde E
         einde F`,
    ],
    'work that is done only when something holds': [
        `stap A { bepaalt a, b  klaar als a of b }
         fase P { stap B { bepaalt b }  klaar als b }
         stap C { daarna: E }
         einde E`,
    ],
};

/** Small protocols by what is in them: between them they have every structure of an `aanpak`. */
export const PROTOCOLS: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(PARTS).map(([name, [aanpak, rest = '']]) => [
        name,
        `interventie X {\n${FACTS}\naanpak {\n${aanpak}\n}\n${rest}\n}`,
    ]),
);
