/** A mail server of a test's own: real SMTP on a real socket, with what it took and what it is told to refuse. */
import { createServer, type Socket } from "node:net";

export interface TakenMail {
  from: string;
  to: string[];
  /** Headers and body as they came. */
  data: string;
}

export interface SmtpServer {
  /** For SMTP_URL. */
  url: string;
  taken: TakenMail[];
  /** Addresses that it refuses for good. */
  refused: Set<string>;
  close(): Promise<void>;
}

export async function startSmtpServer(): Promise<SmtpServer> {
  const taken: TakenMail[] = [];
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    serve(socket, taken, refused);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refused,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, taken: TakenMail[], refused: Set<string>): void {
  let mail: TakenMail = { from: "", to: [], data: "" };
  let inData = false;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? "";
  say("220 test");
  socket.setEncoding("utf8").on("data", (text: string) => {
    rest += text;
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (inData) {
        if (line !== ".") mail.data += `${line.replace(/^\./, "")}\r\n`;
        else {
          inData = false;
          taken.push(mail);
          say("250 taken");
        }
      } else take(line);
    }
  });
  function take(line: string): void {
    const command = line.slice(0, 4).toUpperCase();
    if (command === "EHLO" || command === "HELO") say("250 test");
    else if (command === "MAIL") {
      mail = { from: addressIn(line), to: [], data: "" };
      say("250 ok");
    } else if (command === "RCPT") {
      const to = addressIn(line);
      if (refused.has(to)) return void say("550 5.1.1 no such person here");
      mail.to.push(to);
      say("250 ok");
    } else if (command === "DATA") {
      inData = true;
      say("354 go on");
    } else if (command === "QUIT") {
      say("221 bye");
      socket.end();
    } else say("250 ok");
  }
}
