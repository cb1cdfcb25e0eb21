export default function Claims({ claims }: { claims: Record<string, unknown> }) {
  return (
    <section className="card">
      <table>
        <caption>Claims of the ID token</caption>
        <tbody>
          {Object.entries(claims).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{typeof value === 'string' ? value : JSON.stringify(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
