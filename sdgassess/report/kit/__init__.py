"""What a workshop needs beside the forms: its course, what its facilitator says, voting cards."""
