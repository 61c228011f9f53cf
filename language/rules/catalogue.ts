import { bron } from './catalogue/meta/bron.js';
import { doelHoofddoel } from './catalogue/doel/hoofddoel.js';
import { doelMeetbaar } from './catalogue/doel/meetbaar.js';
import { doelVolgorde } from './catalogue/doel/volgorde.js';
import { doelgroepAanwezig } from './catalogue/doelgroep/aanwezig.js';
import { budgetOverschreden } from './catalogue/budget/overschreden.js';
import { documentGegevens } from './catalogue/document/gegevens.js';
import { documentVoorProductie } from './catalogue/document/voor-productie.js';
import { dosisRekensom } from './catalogue/dosis/rekensom.js';
import { citaat } from './catalogue/meta/citaat.js';
import { getal } from './catalogue/meta/getal.js';
import { dossierBuitenJgz } from './catalogue/dossier/buiten-jgz.js';
import { dubbel } from './catalogue/meta/dubbel.js';
import { buitenBlok } from './catalogue/meta/buiten-blok.js';
import { eenmaal } from './catalogue/meta/eenmaal.js';
import { leeg } from './catalogue/meta/leeg.js';
import { effectOverclaim } from './catalogue/effect/overclaim.js';
import { erkenningBewijs } from './catalogue/erkenning/bewijs.js';
import { erkenningVerlopen } from './catalogue/erkenning/verlopen.js';
import { escalatieOntbreekt } from './catalogue/escalatie/ontbreekt.js';
import { factorKeten } from './catalogue/factor/keten.js';
import { faseGat } from './catalogue/fase/gat.js';
import { gegevenWaarde } from './catalogue/gegeven/waarde.js';
import { keuzeNooit } from './catalogue/keuze/nooit.js';
import { keuzeOnbekendGegeven } from './catalogue/keuze/onbekend-gegeven.js';
import { keuzeOnvolledig } from './catalogue/keuze/onvolledig.js';
import { keuzeOverlap } from './catalogue/keuze/overlap.js';
import { lusGeenGrens } from './catalogue/lus/geen-grens.js';
import { stroomGeenEinde } from './catalogue/stroom/geen-einde.js';
import { stroomLoslaten } from './catalogue/stroom/loslaten.js';
import { stroomNietGevraagd } from './catalogue/stroom/niet-gevraagd.js';
import { stroomOnbereikbaar } from './catalogue/stroom/onbereikbaar.js';
import { stroomOnzuiverEinde } from './catalogue/stroom/onzuiver-einde.js';
import { stroomTeGroot } from './catalogue/stroom/te-groot.js';
import { stroomVastloper } from './catalogue/stroom/vastloper.js';
import { stroomWelkEinde } from './catalogue/stroom/welk-einde.js';
import { tijdOnhaalbaar } from './catalogue/tijd/onhaalbaar.js';
import { tijdSom } from './catalogue/tijd/som.js';
import { toegangOnvervulbaar } from './catalogue/toegang/onvervulbaar.js';
import { lengte } from './catalogue/tekst/lengte.js';
import { normMeting } from './catalogue/norm/meting.js';
import { onbekend } from './catalogue/meta/onbekend.js';
import { onderdrukking } from './catalogue/meta/onderdrukking.js';
import { ongebruikt } from './catalogue/meta/ongebruikt.js';
import { opmerkingOpen } from './catalogue/opmerking/open.js';
import { overdrachtBevestiging } from './catalogue/overdracht/bevestiging.js';
import { overdrachtGeheimhouding } from './catalogue/overdracht/geheimhouding.js';
import { overdrachtGrondslag } from './catalogue/overdracht/grondslag.js';
import { overdrachtIPass } from './catalogue/overdracht/i-pass.js';
import { overdrachtInformatie } from './catalogue/overdracht/informatie.js';
import { overdrachtOntvanger } from './catalogue/overdracht/ontvanger.js';
import { overdrachtOntbreekt } from './catalogue/overdracht/ontbreekt.js';
import { overdrachtVanNaar } from './catalogue/overdracht/van-naar.js';
import { overdrachtWelkEinde } from './catalogue/overdracht/welk-einde.js';
import { overdrachtTeVroeg } from './catalogue/overdracht/te-vroeg.js';
import { overdrachtTerugval } from './catalogue/overdracht/terugval.js';
import { overdrachtWarmOntmoeting } from './catalogue/overdracht/warm-ontmoeting.js';
import { planLeefgebieden } from './catalogue/plan/leefgebieden.js';
import { regieContinu } from './catalogue/regie/continu.js';
import { regiePreciesEen } from './catalogue/regie/precies-een.js';
import { regieDoorzettingsmacht } from './catalogue/regie/doorzettingsmacht.js';
import { rolScheiding } from './catalogue/rol/scheiding.js';
import { rolStapZonder } from './catalogue/rol/stap-zonder.js';
import { rolToerusting } from './catalogue/rol/toerusting.js';
import { scenarioMislukt } from './catalogue/scenario/mislukt.js';
import { stapAantal } from './catalogue/stap/aantal.js';
import { stapZonderDoel } from './catalogue/stap/zonder-doel.js';
import { subdoelOvergeslagen } from './catalogue/subdoel/overgeslagen.js';
import { subdoelZonderStap } from './catalogue/subdoel/zonder-stap.js';
import { syntaxis } from './catalogue/meta/syntaxis.js';
import { tegenspraak } from './catalogue/meta/tegenspraak.js';
import { toetsNietGehaald } from './catalogue/toets/niet-gehaald.js';
import { toetsWoord } from './catalogue/toets/woord.js';
import { toetsingDekking } from './catalogue/toetsing/dekking.js';
import { toetsingLetOp } from './catalogue/toetsing/let-op.js';
import { toetsingTegenspraak } from './catalogue/toetsing/tegenspraak.js';
import { uitwerkingAfwijking } from './catalogue/uitwerking/afwijking.js';
import { uitwerkingVervallen } from './catalogue/uitwerking/vervallen.js';
import { uitwerkingWaarom } from './catalogue/uitwerking/waarom.js';
import { vaag } from './catalogue/tekst/vaag.js';
import { veiligheidMeldcode } from './catalogue/veiligheid/meldcode.js';
import { verwijzing } from './catalogue/meta/verwijzing.js';
import { waarde } from './catalogue/meta/waarde.js';
import { regelfout } from './crash.js';
import type { Rule } from './rule.js';

/**
 * All rules: the one list that checking, the rule reference, the schema of the settings and the tests of the examples
 * are made from. A new rule is a file in catalogue/ and a line here, in the order of the areas.
 */
export const catalogue: readonly Rule[] = [
    // meta
    bron,
    citaat,
    dubbel,
    buitenBlok,
    eenmaal,
    leeg,
    getal,
    onbekend,
    onderdrukking,
    ongebruikt,
    syntaxis,
    tegenspraak,
    verwijzing,
    waarde,
    // tekst
    lengte,
    vaag,
    // doelgroep
    doelgroepAanwezig,
    // doel
    doelHoofddoel,
    doelMeetbaar,
    doelVolgorde,
    // subdoel
    subdoelOvergeslagen,
    subdoelZonderStap,
    // stap
    stapAantal,
    stapZonderDoel,
    // gegeven
    gegevenWaarde,
    // stroom
    stroomGeenEinde,
    stroomLoslaten,
    stroomNietGevraagd,
    stroomOnbereikbaar,
    stroomOnzuiverEinde,
    stroomTeGroot,
    stroomVastloper,
    stroomWelkEinde,
    // lus
    lusGeenGrens,
    // keuze
    keuzeNooit,
    keuzeOnbekendGegeven,
    keuzeOnvolledig,
    keuzeOverlap,
    // toegang
    toegangOnvervulbaar,
    // budget
    budgetOverschreden,
    // tijd
    tijdOnhaalbaar,
    tijdSom,
    // document
    documentGegevens,
    documentVoorProductie,
    // dossier
    dossierBuitenJgz,
    // factor
    factorKeten,
    // rol
    rolScheiding,
    rolStapZonder,
    rolToerusting,
    // regie
    regieContinu,
    regieDoorzettingsmacht,
    regiePreciesEen,
    // overdracht
    overdrachtBevestiging,
    overdrachtGeheimhouding,
    overdrachtGrondslag,
    overdrachtIPass,
    overdrachtInformatie,
    overdrachtOntbreekt,
    overdrachtOntvanger,
    overdrachtTeVroeg,
    overdrachtTerugval,
    overdrachtVanNaar,
    overdrachtWelkEinde,
    overdrachtWarmOntmoeting,
    // fase
    faseGat,
    // dosis
    dosisRekensom,
    // norm
    normMeting,
    // erkenning
    erkenningBewijs,
    erkenningVerlopen,
    // effect
    effectOverclaim,
    // plan
    planLeefgebieden,
    // toets
    toetsNietGehaald,
    toetsWoord,
    // toetsing
    toetsingDekking,
    toetsingLetOp,
    toetsingTegenspraak,
    // uitwerking
    uitwerkingAfwijking,
    uitwerkingVervallen,
    uitwerkingWaarom,
    // opmerking
    opmerkingOpen,
    // escalatie
    escalatieOntbreekt,
    // veiligheid
    veiligheidMeldcode,
    // scenario
    scenarioMislukt,
];

const byCode: ReadonlyMap<string, Rule> = new Map([...catalogue, regelfout].map((rule) => [rule.code, rule]));

/** The rule of a code that a finding may have; undefined when there is none. */
export function ruleByCode(code: string): Rule | undefined {
    return byCode.get(code);
}
