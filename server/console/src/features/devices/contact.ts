import type { Device } from '@/api/contract';

const dayMs = 86_400_000;
const quietAfterDays = 2;

// How long a tablet has not been heard of, in words that somebody acts on.
export type Contact =
  | { state: 'fresh' }
  | { state: 'quiet'; days: number }
  | { state: 'never' }
  | { state: 'revoked' };

export function contactOf(device: Device, nowMs: number): Contact {
  if (device.revoked) return { state: 'revoked' };
  if (device.last_seen === null) return { state: 'never' };
  const days = Math.floor((nowMs - Date.parse(device.last_seen)) / dayMs);
  return days >= quietAfterDays ? { state: 'quiet', days } : { state: 'fresh' };
}

export function heardToday(devices: Device[], nowMs: number): number {
  return devices.filter((one) => one.last_seen !== null && nowMs - Date.parse(one.last_seen) < dayMs).length;
}
