import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#app/_server/auth-options.ts";
import { listedProviders } from "#app/_server/vouching-providers.ts";
import { callFault } from "./call-fault.ts";
import { callbackFault } from "./callback-fault.ts";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const origin = new URL(process.env.NEXTAUTH_URL ?? request.url).origin;
  const asked = (await context.params).nextauth;
  const providers = listedProviders().map(({ id }) => id);
  const call = callFault(request.method, asked, request.nextUrl.searchParams, providers);
  if (call !== null) return new Response(null, call);
  const fault = await callbackFault(request.clone(), origin);
  if (fault !== null) return new Response(`400 Bad Request: ${fault}\n`, { status: 400 });
  const kept = await cookies();
  const options = authOptions({
    userAgent: request.headers.get("user-agent") ?? "",
    // Exactly one address: the front replaced whatever the client said.
    address: request.headers.get("x-forwarded-for") ?? "",
    cookies: {
      get: (name) => kept.get(name)?.value,
      set: (name, value, settings) => void kept.set(name, value, settings),
    },
  });
  return NextAuth(request, context, options);
}

export { answer as GET, answer as POST };
