import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binary = process.env.DELEGATED_ADMIN_BINARY ?? resolve(import.meta.dirname, '../../bin/delegated-admin');

/** A server in demo mode of its own, with a database of its own. */
export class Server {
  readonly url: string;
  readonly database: string;
  readonly #folder: string;
  readonly #process: ChildProcess;

  private constructor(url: string, folder: string, process: ChildProcess) {
    this.url = url;
    this.database = databaseIn(folder);
    this.#folder = folder;
    this.#process = process;
  }

  static async start(): Promise<Server> {
    if (!existsSync(binary)) throw new Error(`There is no ${binary}: make build makes it.`);
    const folder = await mkdtemp(join(tmpdir(), 'delegated-admin-e2e-'));
    const child = spawn(binary, ['--demo', '--listen', 'localhost:0', '--database', `sqlite:${databaseIn(folder)}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const url = await new Promise<string>((found, failed) => {
      const listen = (chunk: Buffer) => {
        said += chunk.toString();
        const [, address] = /runs at (http:\/\/\S+)/.exec(said) ?? [];
        if (address) found(address);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('error', failed);
      child.once('exit', (code) => failed(new Error(`The server ended with ${code}: ${said}`)));
    });
    const server = new Server(url, folder, child);
    await server.#healthy();
    return server;
  }

  async #healthy(): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const response = await fetch(`${this.url}/healthz`).catch(() => undefined);
      if (response?.ok) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`${this.url}/healthz never answered 200.`);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      const patience = setTimeout(() => this.#process.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(patience);
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function databaseIn(folder: string): string {
  return join(folder, 'demo.db');
}
