/** A calendar file as values: lines unfolded (RFC 5545, 3.1), properties by name, one record a component. */

export interface CalendarProperty {
  value: string;
  parameters: Record<string, string>;
}
export interface CalendarComponent {
  name: string;
  properties: Record<string, CalendarProperty>;
  parts: CalendarComponent[];
}

/** Throws for what is no calendar: a line without a name, an end without its beginning. */
export function readCalendar(text: string): CalendarComponent {
  const root: CalendarComponent = { name: "", properties: {}, parts: [] };
  const open = [root];
  for (const line of text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter(Boolean)) {
    const [head, value] = split(line);
    const [name = "", ...parameters] = head.split(";");
    if (name === "BEGIN") {
      const part = { name: value, properties: {}, parts: [] };
      open.at(-1)!.parts.push(part);
      open.push(part);
    } else if (name === "END") {
      if (open.pop()?.name !== value) throw new Error(`END:${value} without its BEGIN`);
    } else {
      open.at(-1)!.properties[name] = {
        value: value.replace(/\\n/g, "\n").replace(/\\([,;\\])/g, "$1"),
        parameters: Object.fromEntries(parameters.map((one) => one.split("=") as [string, string])),
      };
    }
  }
  if (open.length !== 1 || root.parts[0]?.name !== "VCALENDAR") throw new Error("no calendar");
  return root.parts[0];
}

/** At the first colon that does not stand in quotes. */
function split(line: string): [string, string] {
  const at = /^(?:[^":]|"[^"]*")*:/.exec(line)?.[0].length;
  if (!at) throw new Error(`no property: ${line}`);
  return [line.slice(0, at - 1), line.slice(at)];
}

/** The events of a calendar file. */
export const eventsIn = (text: string): Record<string, string>[] =>
  readCalendar(text)
    .parts.filter(({ name }) => name === "VEVENT")
    .map(({ properties }) =>
      Object.fromEntries(Object.entries(properties).map(([name, { value }]) => [name, value])),
    );
