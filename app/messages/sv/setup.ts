export default {
  title: "Ibruktagning",
  lead: "Skapa den första administratören, området, parterna och bordet. Den här sidan används bara en gång.",
  code: "Ibruktagningskod",
  codeHint: "Servern skrev ut koden när den startade.",
  administrator: "1. Administratör",
  administratorLead:
    "Administratören kan skapa bord och sköta dem. Hen blir också sekreterare vid det första bordet.",
  region: "2. Område och parter",
  regionName: "Områdets namn",
  regionHint: "Till exempel: Pohjois-Karjala",
  parties: "Parter, en per rad",
  partiesHint:
    "Form: namn; slag; finsk genitiv. Slag och genitiv kan utelämnas, då är slaget kommun. Slag: {{kinds}}.",
  table: "3. Det första bordet",
  tableName: "Bordets namn",
  tableHint: "Till exempel: Kumppanuuspöytä",
  submit: "Ta i bruk",
  errors: {
    wrongCode: "Koden är fel. Se koden i serverns utskrift.",
    regionNeeded: "Skriv områdets namn, högst {{max}} tecken.",
    partiesNeeded: "Skriv minst en part, högst {{max}}.",
    partyLine: "Den här raden kunde inte läsas: {{line}}",
  },
};
