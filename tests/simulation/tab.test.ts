/**
 * Goal: a tab of the simulation ends as a killed browser does: from then on it does nothing to what the device keeps.
 * Method: the device alone, with tabs that are only alive or not.
 */
import { expect, it } from "vitest";
import type { KeptChange } from "../../app/collab/device";
import { type Holder, SimStore } from "./tab";

const whose = { personId: "anna", documentId: "d" };
const change: KeptChange = {
  ...{ ...whose, updateId: "u", bytes: new Uint8Array([1]), epoch: 1, at: 0 },
  lease: { clientId: 7, token: "t" },
};
const tab = (): Holder => ({ personId: whose.personId, alive: true });

it("leaves its changes to the next tab when it ends while it looks for those of others", async () => {
  const store = new SimStore(() => 0);
  const first = tab();
  const device = store.hold(first);
  await device.write([change], []);
  let heard = false;
  void device.adopt(whose, 15).then(() => {
    heard = true;
  });
  first.alive = false;
  expect((await store.hold(tab()).adopt(whose, 15)).changes).toEqual([change]);
  expect(heard).toBe(false);
});

it("does not take others' changes with it into its end", async () => {
  const store = new SimStore(() => 0);
  const [first, second] = [tab(), tab()];
  await store.hold(first).write([change], []);
  first.alive = false;
  void store.hold(second).adopt(whose, 15);
  second.alive = false;
  expect((await store.hold(tab()).adopt(whose, 15)).changes).toEqual([change]);
});
