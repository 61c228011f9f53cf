/** A small interventie that uses a second file, for the services that find names. */
export const NETWORK = 'organisatie JGZ "Jeugdgezondheidszorg"\n';
export const PROTOCOL = `gebruik "netwerk.draaiboek"
interventie Gezinspad "Op pad" {
    rol <|Gezinswerker|> "Vast gezicht" van JGZ
    erkenning { niveau "goed" }
    doel Verder "Het gezin kan verder" { subdoel gedeelde-zorg "Samen" }
    aanpak {
        stap Begin "Kennismaken" {
            door <|Gezinswerker|>
            activiteit "Bellen" { door <|Gezinswerker|> }
        }
        gelijktijdig { stap Beeld stap Kring }
        einde Klaar
    }
}
`;
export const files = { 'netwerk.draaiboek': NETWORK };

export const MISSPELT = `interventie Gezinspad {
    doel Verder "Het gezin kan verder"
    aanpak {
        stapp Begin { }
        einde Klaar
    }
}
`;
