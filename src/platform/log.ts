import { pino } from 'pino'

export type Log = pino.Logger

/** The log carries codes and keys, never names, numbers or bodies. `KROM_LOG` sets the level. */
export function openLog(level = process.env.KROM_LOG ?? 'warn'): Log {
  return pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization'] })
}
