/** B8: a hundred people move about, ten times a second each. */

import { setTimeout as sleep } from "node:timers/promises";
import type { Measured } from "../catalog";
import { Crowd } from "../crowd";
import { Clock } from "./clock";
import type { Setting } from "./index";

const CLIENTS = 100;
const RATE = 1000;

export async function presence(setting: Setting): Promise<Measured> {
  const server = await setting.start();
  const crowd = await Crowd.gather(setting.driver, server.port, setting.documentId("presence"), CLIENTS);
  let moves = 0;
  const move = () => {
    crowd.members[moves % CLIENTS]!.client.move(`category-${moves % 40}-${moves}`);
    moves++;
  };
  const clock = new Clock(server);
  await clock.steadily(RATE, 1.5, move);
  const before = crowd.presence;
  const seconds = 5 * setting.scale;
  const spent = await clock.measured(() => clock.steadily(RATE, seconds, move));
  const told = (crowd.presence - before) / seconds;
  await sleep(300);
  crowd.close();
  await server.stop();
  if (told === 0) throw new Error("nobody heard of any move");
  return { told, ...spent };
}
