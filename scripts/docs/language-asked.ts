/** How the language says what people ask for that has no word of its own; each example is tried by a test. */
export interface Asked {
    readonly title: string;
    readonly answer: string;
    readonly example: string;
}

export const ASKED: readonly Asked[] = [
    {
        title: 'Een afspraak waarop niemand komt',
        answer: `Of het gezin er was, is een gegeven dat de stap \`bepaalt\`. De stap wordt dan opnieuw gedaan, of het gaat een andere
kant op. In een scenario is het bezoek waar niemand was een bezoek met \`is nee\`. Met \`contacten\` telt het mee in het budget:
de werker was er. Wie het niet wil tellen, zet het aantal bij de stap die erop volgt.`,
        example: `interventie Afspraak {
    rol Werker
    gegeven gezin-was-er: ja/nee
    aanpak {
        stap Gesprek {
            door Werker
            bepaalt gezin-was-er
            contacten 1
            herhaal hoogstens 2 keer tot gezin-was-er
            daarna {
                als gezin-was-er: Gesproken
                anders: NietGezien
            }
        }
        einde Gesproken { geslaagd }
        einde NietGezien { nazorg "De verwijzer hoort dat het gezin niet kwam." }
    }
}
scenario "De tweede keer is het gezin er" voor Afspraak {
    bij Gesprek: gezin-was-er is nee
    bij Gesprek: gezin-was-er is ja
    verwacht einde Gesproken
    verwacht 2 contactmomenten
}`,
    },
    {
        title: 'Eén deel van gelijktijdig werk houdt op, en het andere gaat door',
        answer: `Zet elk deel in een eigen \`fase\` in de groep, en ga bij het ophouden naar de laatste stap van die fase: als die klaar
is, is dat deel klaar. Na de groep gaat het pas verder als het andere deel ook klaar is. Een \`daarna\` naar een stap of een
\`einde\` buiten de groep wacht daar niet op.`,
        example: `interventie TweeDelen {
    rol Werker
    gegeven ouders-stoppen: ja/nee
    aanpak {
        gelijktijdig Begeleiding {
            fase Ouders {
                stap Oudergesprek {
                    door Werker
                    bepaalt ouders-stoppen
                    daarna {
                        als ouders-stoppen: AfrondenOuders
                        anders: Oudertraining
                    }
                }
                stap Oudertraining { door Werker }
                stap AfrondenOuders { door Werker }
            }
            fase Kind {
                stap Speltherapie { door Werker }
            }
        }
        stap Terugblik { door Werker }
        einde Klaar { geslaagd }
    }
}
scenario "De ouders stoppen, het kind gaat door" voor TweeDelen {
    bij Oudergesprek: ouders-stoppen is ja
    verwacht geen stap Oudertraining
    verwacht stap Speltherapie
    verwacht einde Klaar
}`,
    },
    {
        title: 'Nazorg die niet meetelt in de duur',
        answer: `Een \`duur\` van de \`aanpak\` of de interventie gaat over alles tot en met het einde. Zet wat zo lang duurt in een
\`fase\` met die \`duur\`, en de nazorg in een stap of fase erna. Gebeurt er na het einde alleen nog iets in woorden, dan is
\`nazorg "…"\` bij het \`einde\` of de \`overdracht\` genoeg: dat kost in het proces geen tijd.`,
        example: `interventie MetNazorg {
    rol Werker
    aanpak {
        fase Traject {
            duur 6 maanden
            stap Begeleiden { door Werker }
        }
        fase Nazorg {
            stap Terugbellen { door Werker  begint 3 maanden na Traject }
        }
        einde Klaar { geslaagd }
    }
}
scenario "Na het traject wordt er teruggebeld" voor MetNazorg {
    verwacht pad Begeleiden, Terugbellen, Klaar
}`,
    },
    {
        title: 'Wie de regie voert, hangt van iets af',
        answer: `Eén rol \`voert regie\` vanaf het begin. Hangt het van een gegeven af, laat de tak dan naar een stap van de ander gaan, en
zet \`regie naar\` in de overdracht op die weg: op de andere weg verandert er niets. Is er vanaf het begin maar één rol en
verschilt alleen wie haar vervult, dan is dat één rol: \`rol Regisseur voert regie, vervuld door "de voogd of de gezinswerker"\`.`,
        example: `interventie WieRegisseert {
    rol Werker voert regie
    rol Voogd
    gegeven maatregel: ja/nee
    aanpak {
        stap Verkennen {
            door Werker
            bepaalt maatregel
            daarna {
                als maatregel: BegeleidenDoorVoogd
                anders: BegeleidenDoorWerker
            }
        }
        stap BegeleidenDoorVoogd { door Voogd  daarna: Klaar }
        stap BegeleidenDoorWerker { door Werker }
        einde Klaar { geslaagd }
    }
    overdracht NaarVoogd van Werker naar Voogd {
        vanuit Verkennen
        regie naar Voogd
    }
}
scenario "Met een maatregel voert de voogd de regie" voor WieRegisseert {
    bij Verkennen: maatregel is ja
    verwacht regie Voogd na BegeleidenDoorVoogd
}
scenario "Zonder maatregel blijft de werker regisseur" voor WieRegisseert {
    bij Verkennen: maatregel is nee
    verwacht regie Werker na BegeleidenDoorWerker
}`,
    },
];

/** The chapter of the reference. */
export const ASKED_TEXT = [
    'Voor wat hier staat heeft de taal geen eigen woord, en wel een vorm. Elk voorbeeld is een hele tekst, met een scenario dat slaagt.',
    ...ASKED.map(({ title, answer, example }) => `### ${title}\n\n${answer}\n\n\`\`\`draaiboek\n${example}\n\`\`\``),
].join('\n\n');
