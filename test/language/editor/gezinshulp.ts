/** A small interventie with a local form of it, for the services that go from one to the other. */
export const NATIONAL = `interventie Gezinshulp "Gezinshulp" {
  rol Werker "Gezinswerker"
  aanpak {
    stap Kennis "Kennismaken" { door Werker }
    stap Plan "Plan maken" {
      door Werker
      daarna {
        als nodig is ja: Hulp
        anders: Klaar
      }
    }
    stap Hulp "Helpen" {
      door Werker
      herhaal hoogstens 3 keer
      daarna: Klaar
    }
    einde Klaar
  }
  gegeven nodig "Is hulp nodig?": ja/nee
}
`;
export const LOCAL = `gebruik "protocol.draaiboek"
interventie Breda "Gezinshulp in Breda" uitwerking van Gezinshulp {
  aanpak {
    stap Plan "Plan met de buurt" { door Werker }
  }
}
interventie Later "Daarna" vervolg op Gezinshulp {
}
`;

/** The national text with the cursor in front of a piece of it. */
export function at(piece: string, text = NATIONAL): string {
    return text.replace(piece, `<|>${piece}`);
}
