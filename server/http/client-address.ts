/** Whose attempts are counted together. */
import { isIPv6 } from "node:net";

const GROUPS = 8;
/** A household or an office has a whole /64. */
const NETWORK_GROUPS = 4;

/** The IPv4 address, or the first half of the IPv6 one ("2001:db8:0:1"), however it is abbreviated. */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  const plain = ip.split("%")[0]!; // without the interface's name
  if (!isIPv6(plain)) return ip;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : GROUPS - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill("0"), ...after];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
