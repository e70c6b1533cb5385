export default {
  refusal: {
    malformed: "Tjänsten förstod inte ändringen.",
    "too-large": "Ändringen är för stor för att sparas på en gång.",
    "not-joined": "Förbindelsen till utkastet bröts.",
    "read-only": "Du har inte rätt att redigera det här utkastet.",
    locked: "Utkastet är låst.",
    "not-found": "Utkastet hittades inte.",
    "not-allowed": "Din rätt till det här utkastet har upphört.",
    "foreign-client": "Ändringen såg ut att komma från en annan person.",
    gap: "En del av ändringen saknades.",
    "invalid-content": "Ändringen hade innehåll som utkastet inte kan ha.",
    "too-fast": "Ändringarna kom för snabbt.",
    unavailable: "Det går inte att spara just nu. Vi försöker igen.",
    protocol: "Den här sidan är föråldrad. Ladda om den.",
    restored:
      "Servern återställdes från en säkerhetskopia. Texten på den här sidan finns kvar som en granskningskopia.",
    quarantined: "Utkastets logg är skadad. Den senaste hela texten kan läsas men inte ändras.",
  },
};
