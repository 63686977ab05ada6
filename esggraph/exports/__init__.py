"""The graph in the forms that other tools take: RDF, network tools, spreadsheets, Neo4j."""
