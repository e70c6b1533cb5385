export default {
  title: "Set-up",
  lead: "Make the first administrator, the region, its parties and a table. This page is used only once.",
  code: "Set-up code",
  codeHint: "The server printed the code when it started.",
  administrator: "1. Administrator",
  administratorLead: "The administrator can make tables and manage them, and is the first table’s secretary.",
  region: "2. Region and parties",
  regionName: "Name of the region",
  regionHint: "For example: Pohjois-Karjala",
  parties: "Parties, one a line",
  partiesHint:
    "Form: name; kind; Finnish genitive. Kind and genitive may be left out; the kind is then municipality. Kinds: {{kinds}}.",
  table: "3. First table",
  tableName: "Name of the table",
  tableHint: "For example: Kumppanuuspöytä",
  submit: "Set up",
  errors: {
    wrongCode: "The code is wrong. See the server’s output for the code.",
    regionNeeded: "Write the name of the region, at most {{max}} characters.",
    partiesNeeded: "Write at least one party, at most {{max}}.",
    partyLine: "This line could not be read: {{line}}",
  },
};
