import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import { headersFor, headersIn } from './served-headers.ts'

const usualPort = 4321

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** A port: the one asked for, else any that is free. */
async function listenSomewhere(server: Server, port: number): Promise<number> {
  try {
    return await listen(server, port)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return listen(server, 0)
  }
}

export interface Served {
  readonly address: string
  readonly close: () => void
}

/**
 * Serves a folder of static files on this machine only, on `usualPort + offset` or on any free port, with the headers
 * that the site says it wants.
 */
export async function serve(folder: string, offset = 0): Promise<Served> {
  const files = sirv(folder, { dev: true, etag: true })
  const rules = await headersIn(folder)
  const server = createServer((request, response) => {
    for (const [name, value] of headersFor(rules, request.url ?? '/')) response.setHeader(name, value)
    files(request, response, () => {
      const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }
      response.writeHead(404, plain).end('There is no such page.\n')
    })
  })
  const port = await listenSomewhere(server, usualPort + offset)
  return {
    address: `http://localhost:${port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
