/** Customary sentences of Finnish and Swedish records, for the handling of an item. Not of the reader's language: of the record's. */
const fi = {
  opened: "Puheenjohtaja avasi kokouksen.",
  quorate: "Kokous todettiin lailliseksi ja päätösvaltaiseksi.",
  previousApproved: "Edellisen kokouksen muistio hyväksyttiin.",
  agendaApproved: "Esityslista hyväksyttiin kokouksen työjärjestykseksi.",
  presented: "Asia esiteltiin.",
  discussed: "Asiasta käytiin keskustelu.",
  noted: "Merkittiin tiedoksi.",
  approved: "Ehdotus hyväksyttiin.",
  unanimous: "Ehdotus hyväksyttiin yksimielisesti.",
  tabled: "Asia jätettiin pöydälle.",
  returned: "Asia palautettiin valmisteluun.",
  continues: "Valmistelua jatketaan.",
  forwarded: "Asia viedään seuraavan toimielimen käsittelyyn.",
  recused: "Esteellisyyden vuoksi poistuttiin asian käsittelyn ajaksi.",
  noOtherMatters: "Muita asioita ei ollut.",
  closed: "Puheenjohtaja päätti kokouksen.",
};
export type PhraseName = keyof typeof fi;

const sv: Record<PhraseName, string> = {
  opened: "Ordföranden öppnade mötet.",
  quorate: "Mötet konstaterades vara lagenligt sammankallat och beslutfört.",
  previousApproved: "Promemorian från föregående möte godkändes.",
  agendaApproved: "Föredragningslistan godkändes som mötets arbetsordning.",
  presented: "Ärendet presenterades.",
  discussed: "Ärendet diskuterades.",
  noted: "Antecknades för kännedom.",
  approved: "Förslaget godkändes.",
  unanimous: "Förslaget godkändes enhälligt.",
  tabled: "Ärendet bordlades.",
  returned: "Ärendet återremitterades för beredning.",
  continues: "Beredningen fortsätter.",
  forwarded: "Ärendet förs vidare till följande organ.",
  recused: "På grund av jäv avlägsnade man sig under behandlingen av ärendet.",
  noOtherMatters: "Inga övriga ärenden förelåg.",
  closed: "Ordföranden avslutade mötet.",
};

export const PHRASES: Record<"fi" | "sv", Record<PhraseName, string>> = { fi, sv };
